using System.Text.Json;

namespace Duly.Merge;

/// <summary>What this tool tells: the texts of merge-messages.json, which the reference of error codes shares.</summary>
public static class MergeMessages
{
    private static readonly Dictionary<string, string> Texts = Read();

    /// <summary>"DULY-MERGE-001 There is no file a.dll. Build the host first."</summary>
    /// <param name="code">a code of the catalogue</param>
    /// <param name="details">what stands in the places of the text</param>
    public static string Text(string code, params ReadOnlySpan<(string Place, string Value)> details)
    {
        var text = Texts[code];
        foreach (var (place, value) in details) text = text.Replace($"{{{place}}}", value, StringComparison.Ordinal);
        return $"{code} {text}";
    }

    private static Dictionary<string, string> Read()
    {
        using var stream = typeof(MergeMessages).Assembly.GetManifestResourceStream("merge-messages.json") ?? throw new InvalidOperationException("merge-messages.json is not embedded.");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream) ?? [];
    }
}
