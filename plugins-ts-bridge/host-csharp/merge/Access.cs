using Mono.Cecil;

namespace Duly.Merge;

/// <summary>Who may see what in the merged assembly.</summary>
public static class Access
{
    private const string Plugin = "Microsoft.Xrm.Sdk.IPlugin";

    /// <summary>Does a type implement IPlugin, itself or by a base class?</summary>
    public static bool IsPlugin(TypeDefinition? type) =>
        type is not null && (type.Interfaces.Any(one => one.InterfaceType.FullName == Plugin) || IsPlugin(type.BaseType?.Resolve()));

    /// <summary>Hides everything but plug-in classes: nothing else of the assembly is meant for others.</summary>
    public static void Hide(TypeDefinition type)
    {
        if (type.IsPublic && !IsPlugin(type)) type.IsNotPublic = true;
        if (type.IsNestedPublic && type.DeclaringType.IsPublic) type.IsNestedAssembly = true;
        foreach (var nested in type.NestedTypes) Hide(nested);
    }

    /// <summary>
    /// Gives overrides the access of what they override. `protected override` of a `protected internal` method of another assembly was right
    /// while there were two; in one assembly it would narrow the access, and the type would not load.
    /// </summary>
    public static void LevelOverrides(TypeDefinition type, ISet<TypeDefinition> done)
    {
        if (!done.Add(type)) return;
        if (type.BaseType?.Resolve() is { } parent && parent.Module == type.Module) LevelOverrides(parent, done);
        foreach (var method in type.Methods.Where(Overrides.IsOverride))
            if (Overrides.BaseOf(method) is { } overridden && overridden.Module == type.Module) Set(method, Of(overridden));
    }

    public static MethodAttributes Of(MethodDefinition method) => method.Attributes & MethodAttributes.MemberAccessMask;

    private static void Set(MethodDefinition method, MethodAttributes access) => method.Attributes = (method.Attributes & ~MethodAttributes.MemberAccessMask) | access;
}
