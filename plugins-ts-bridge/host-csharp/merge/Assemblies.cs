using Mono.Cecil;

namespace Duly.Merge;

/// <summary>
/// Finds assemblies by simple name: first among the given files, then in the given folders. Versions are not compared:
/// System.Memory asks for an older Unsafe than Jint does, and the merged assembly has one of each.
/// </summary>
public sealed class Assemblies(IEnumerable<string> folders) : IAssemblyResolver
{
    private readonly Dictionary<string, AssemblyDefinition> known = new(StringComparer.OrdinalIgnoreCase);
    private readonly string[] folders = [.. folders];

    /// <summary>Reads an assembly and remembers it for references to its name.</summary>
    public AssemblyDefinition Add(string file)
    {
        if (!File.Exists(file)) throw new MergeException("DULY-MERGE-001", ("file", file));
        var assembly = AssemblyDefinition.ReadAssembly(file, new ReaderParameters { AssemblyResolver = this, InMemory = true });
        known[assembly.Name.Name] = assembly;
        return assembly;
    }

    public AssemblyDefinition Resolve(AssemblyNameReference name)
    {
        if (known.TryGetValue(name.Name, out var assembly)) return assembly;
        var file = folders.Select(folder => Path.Combine(folder, $"{name.Name}.dll")).FirstOrDefault(File.Exists);
        return file is null
            ? throw new MergeException("DULY-MERGE-002", ("name", name.FullName), ("folders", string.Join(", ", folders)))
            : Add(file);
    }

    public AssemblyDefinition Resolve(AssemblyNameReference name, ReaderParameters parameters) => Resolve(name);

    public void Dispose()
    {
        foreach (var assembly in known.Values) assembly.Dispose();
    }
}
