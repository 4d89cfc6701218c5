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
        if (!found.SequenceEqual(Allowed)) yield return $"DULY-MERGE-020 It refers to {string.Join(", ", found)}; it must be exactly {string.Join(", ", Allowed)}.";
    }

    private IEnumerable<string> TypesMissing()
    {
        var references = module.GetTypeReferences().ToList();
        Types = references.Count;
        return references.Where(type => type.Resolve() is null).Select(type => $"DULY-MERGE-021 The type {type.FullName} is not in {type.Scope.Name}.");
    }

    private IEnumerable<string> MembersMissing()
    {
        var references = module.GetMemberReferences().ToList();
        Members = references.Count;
        // The runtime itself gives arrays their constructors and accessors.
        return references.Where(member => member.DeclaringType is not ArrayType && member.Resolve() is null)
            .Select(member => $"DULY-MERGE-022 The member {member.FullName} does not exist.");
    }

    private IEnumerable<string> AccessNarrowed()
    {
        foreach (var method in module.GetTypes().SelectMany(type => type.Methods).Where(Overrides.IsOverride))
        {
            if (Overrides.BaseOf(method) is not { } overridden) continue;
            Overridden++;
            if (Access.Of(method) != Expected(method, overridden)) yield return $"DULY-MERGE-023 {method.FullName} cannot override {overridden.FullName} with {Access.Of(method)} access.";
        }
    }

    /// <summary>What is `protected internal` elsewhere is `protected` here.</summary>
    private static MethodAttributes Expected(MethodDefinition method, MethodDefinition overridden) =>
        overridden.Module != method.Module && Access.Of(overridden) == MethodAttributes.FamORAssem ? MethodAttributes.Family : Access.Of(overridden);

    private IEnumerable<string> Exposed() => module.Types.Where(type => type.IsPublic && !Access.IsPlugin(type))
        .Select(type => $"DULY-MERGE-024 {type.FullName} is public but no plug-in.");

    private IEnumerable<string> Native()
    {
        if ((module.Attributes & ModuleAttributes.ILOnly) == 0) yield return "DULY-MERGE-025 It holds native code.";
        foreach (var method in module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasPInvokeInfo || method.IsPInvokeImpl))
            yield return $"DULY-MERGE-025 {method.FullName} calls native code.";
        if ((module.Attributes & ModuleAttributes.StrongNameSigned) == 0 || !module.Assembly.Name.HasPublicKey) yield return "DULY-MERGE-026 It is not strong-named.";
    }
}
