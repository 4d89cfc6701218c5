namespace Duly.Merge;

/// <summary>An expected failure: a code, what is wrong and what to do.</summary>
public sealed class MergeException(string code, params ReadOnlySpan<(string Place, string Value)> details) : Exception(MergeMessages.Text(code, details));
