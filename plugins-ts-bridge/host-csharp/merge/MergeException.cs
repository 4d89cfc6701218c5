namespace Duly.Merge;

/// <summary>An expected failure: a code, what is wrong and what to do.</summary>
public sealed class MergeException(string code, string message) : Exception($"{code} {message}");
