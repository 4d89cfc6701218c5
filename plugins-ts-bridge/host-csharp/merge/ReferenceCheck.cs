using Mono.Cecil;

namespace Duly.Merge;

/// <summary>What the runtime would refuse in an assembly, found without running it.</summary>
public sealed class ReferenceCheck(ModuleDefinition module)
{
    /// <summary>All that the merged assembly may refer to.</summary>
    public static readonly string[] Allowed = ["Microsoft.Xrm.Sdk", "System", "System.Core", "System.Numerics", "mscorlib"];

    public string FullName => module.Assembly.FullName;
    public int Types { get; private set; }
    public int Members { get; private set; }
    public int Overridden { get; private set; }

    /// <summary>One line for each finding; empty when everything resolves.</summary>
    public IReadOnlyList<string> Findings() =>
        [.. Assemblies(), .. TypesMissing(), .. MembersMissing(), .. AccessNarrowed(), .. Exposed(), .. Native()];

    private IEnumerable<string> Assemblies()
    {
        var found = module.AssemblyReferences.Select(one => one.Name).OrderBy(name => name, StringComparer.Ordinal).ToList();
        if (!found.SequenceEqual(Allowed)) yield return MergeMessages.Text("DULY-MERGE-020", ("found", string.Join(", ", found)), ("allowed", string.Join(", ", Allowed)));
    }

    private IEnumerable<string> TypesMissing()
    {
        var references = module.GetTypeReferences().ToList();
        Types = references.Count;
        return references.Where(type => type.Resolve() is null).Select(type => MergeMessages.Text("DULY-MERGE-021", ("type", type.FullName), ("scope", type.Scope.Name)));
    }

    private IEnumerable<string> MembersMissing()
    {
        var references = module.GetMemberReferences().ToList();
        Members = references.Count;
        // The runtime itself gives arrays their constructors and accessors.
        return references.Where(member => member.DeclaringType is not ArrayType && member.Resolve() is null)
            .Select(member => MergeMessages.Text("DULY-MERGE-022", ("member", member.FullName)));
    }

    private IEnumerable<string> AccessNarrowed()
    {
        foreach (var method in module.GetTypes().SelectMany(type => type.Methods).Where(Overrides.IsOverride))
        {
            if (Overrides.BaseOf(method) is not { } overridden) continue;
            Overridden++;
            if (Access.Of(method) != Expected(method, overridden)) yield return MergeMessages.Text("DULY-MERGE-023", ("method", method.FullName), ("overridden", overridden.FullName), ("access", Access.Of(method).ToString()));
        }
    }

    /// <summary>What is `protected internal` elsewhere is `protected` here.</summary>
    private static MethodAttributes Expected(MethodDefinition method, MethodDefinition overridden) =>
        overridden.Module != method.Module && Access.Of(overridden) == MethodAttributes.FamORAssem ? MethodAttributes.Family : Access.Of(overridden);

    private IEnumerable<string> Exposed() => module.Types.Where(type => type.IsPublic && !Access.IsPlugin(type))
        .Select(type => MergeMessages.Text("DULY-MERGE-024", ("type", type.FullName)));

    private IEnumerable<string> Native()
    {
        if ((module.Attributes & ModuleAttributes.ILOnly) == 0) yield return MergeMessages.Text("DULY-MERGE-025", ("what", "It holds"));
        foreach (var method in module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasPInvokeInfo || method.IsPInvokeImpl))
            yield return MergeMessages.Text("DULY-MERGE-025", ("what", $"{method.FullName} calls"));
        if ((module.Attributes & ModuleAttributes.StrongNameSigned) == 0 || !module.Assembly.Name.HasPublicKey) yield return MergeMessages.Text("DULY-MERGE-026");
    }
}
