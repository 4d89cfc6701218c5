using Mono.Cecil;

namespace Duly.Merge;

/// <summary>Makes one assembly of several: the first input gives name, version and assembly attributes, all give their types and resources.</summary>
public sealed class Merger
{
    private readonly ModuleDefinition target;
    private readonly References references;
    private readonly IReadOnlyList<AssemblyDefinition> inputs;
    private readonly Substitutes substitutes;

    private Merger(IReadOnlyList<AssemblyDefinition> inputs, IAssemblyResolver resolver, Substitutes substitutes)
    {
        (this.inputs, this.substitutes) = (inputs, substitutes);
        var name = new AssemblyNameDefinition(inputs[0].Name.Name, inputs[0].Name.Version);
        target = AssemblyDefinition.CreateAssembly(name, $"{name.Name}.dll", new ModuleParameters { Kind = ModuleKind.Dll, Runtime = TargetRuntime.Net_4_0, AssemblyResolver = resolver }).MainModule;
        references = new References(target);
    }

    /// <summary>Merges; types are in the order of the inputs, so the same inputs give the same assembly.</summary>
    /// <param name="inputs">the assemblies, the host first</param>
    /// <param name="resolver">finds what they refer to</param>
    /// <param name="substitutes">full name of a type of the framework to that of the own type whose methods are called instead</param>
    public static AssemblyDefinition Merge(IReadOnlyList<AssemblyDefinition> inputs, IAssemblyResolver resolver, IReadOnlyDictionary<string, string>? substitutes = null) =>
        new Merger(inputs, resolver, new Substitutes(inputs, substitutes ?? new Dictionary<string, string>())).Run();

    private AssemblyDefinition Run()
    {
        var tops = inputs.SelectMany(input => input.MainModule.Types).Where(IsType).ToList();
        var all = tops.SelectMany(WithNested).ToList();
        CopyTypes(tops, all);
        CopyCode(all);
        foreach (var input in inputs) CopyResources(input.MainModule);
        new Attributes(references).Copy(inputs[0], target.Assembly);
        FinishAccess();
        return target.Assembly;
    }

    private static bool IsType(TypeDefinition type)
    {
        if (type.FullName != "<Module>") return true;
        if (type.Methods.Count + type.Fields.Count == 0) return false;
        throw new MergeException("DULY-MERGE-007", ("module", type.Module.Name));
    }

    private static IEnumerable<TypeDefinition> WithNested(TypeDefinition type) => type.NestedTypes.SelectMany(WithNested).Prepend(type);

    private void CopyTypes(List<TypeDefinition> tops, List<TypeDefinition> all)
    {
        var shells = new Shells(target, references);
        tops.ForEach(shells.Declare);
        shells.SetBaseTypes(all);
        all.ForEach(new Members(references).Copy);
    }

    private void CopyCode(List<TypeDefinition> all)
    {
        var (members, bodies) = (new Members(references), new Bodies(references, substitutes));
        foreach (var method in all.SelectMany(type => type.Methods))
        {
            members.CopyOverrides(method);
            bodies.Copy(method);
        }
        all.ForEach(new Attributes(references).CopyAll);
    }

    private void CopyResources(ModuleDefinition from)
    {
        foreach (var resource in from.Resources)
        {
            if (resource is not EmbeddedResource embedded) throw new MergeException("DULY-MERGE-008", ("resource", resource.Name), ("assembly", from.Name));
            if (target.Resources.Any(one => one.Name == resource.Name)) throw new MergeException("DULY-MERGE-009", ("resource", resource.Name));
            target.Resources.Add(new EmbeddedResource(embedded.Name, embedded.Attributes, embedded.GetResourceData()));
        }
    }

    private void FinishAccess()
    {
        foreach (var type in target.Types) Access.Hide(type);
        var done = new HashSet<TypeDefinition>();
        foreach (var type in target.Types.SelectMany(WithNested)) Access.LevelOverrides(type, done);
    }
}
