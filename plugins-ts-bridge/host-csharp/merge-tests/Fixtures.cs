using System.Reflection;
using System.Security.Cryptography;
using Duly.Merge;
using Mono.Cecil;

namespace Duly.Merge.Tests;

/// <summary>Two small net462 assemblies, a plug-in and the engine it uses, and what merging gives of them.</summary>
public static class Fixtures
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "fixtures");

    public static readonly string Net462 = typeof(Fixtures).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "net462").Value!;

    public static string[] Folders => [Net462, Path.Combine(Net462, "Facades"), Folder];

    public static string File(string name) => Path.Combine(Folder, $"{name}.dll");

    public static byte[] Key { get; } = NewKey();

    /// <summary>Merges as the tool does; `change` may spoil the result before it is written.</summary>
    public static byte[] Merged(Action<ModuleDefinition>? change = null, IReadOnlyDictionary<string, string>? substitutes = null, params IReadOnlyList<string> thresholds)
    {
        using var resolver = new Assemblies(Folders);
        AssemblyDefinition[] inputs = [resolver.Add(File("Fixture.Plugin")), resolver.Add(File("Fixture.Engine"))];
        foreach (var threshold in thresholds) Thresholds.Change(inputs, threshold);
        var merged = Merger.Merge(inputs, resolver, substitutes);
        change?.Invoke(merged.MainModule);
        using var stream = new MemoryStream();
        merged.Write(stream, new WriterParameters { StrongNameKeyBlob = Key, Timestamp = 0, DeterministicMvid = true });
        return stream.ToArray();
    }

    /// <summary>What the check says of an assembly.</summary>
    public static IReadOnlyList<string> Findings(byte[] assembly)
    {
        using var resolver = new Assemblies(Folders);
        var module = ModuleDefinition.ReadModule(new MemoryStream(assembly), new ReaderParameters { AssemblyResolver = resolver });
        return new ReferenceCheck(module).Findings();
    }

    private static byte[] NewKey()
    {
        using var rsa = new RSACryptoServiceProvider(2048);
        return rsa.ExportCspBlob(includePrivateParameters: true);
    }
}
