using Mono.Cecil;

namespace Duly.Merge;

/// <summary>Which method of a base class a method overrides, as the runtime finds it: by name and signature, generic arguments filled in.</summary>
public static class Overrides
{
    /// <summary>The nearest virtual method of a base class with the same signature; null when there is none.</summary>
    public static MethodDefinition? BaseOf(MethodDefinition method)
    {
        var own = OwnParameters(method.DeclaringType);
        return Above(method.DeclaringType, own, method.Name, Signature(method, own));
    }

    private static MethodDefinition? Above(TypeDefinition type, string[] arguments, string name, string signature)
    {
        var (parent, given) = Up(type, arguments);
        if (parent is null) return null;
        return parent.Methods.FirstOrDefault(one => one.IsVirtual && one.Name == name && Signature(one, given) == signature) ?? Above(parent, given, name, signature);
    }

    /// <summary>A method that takes the place of a base class's, rather than a new one.</summary>
    public static bool IsOverride(MethodDefinition method) => method is { IsVirtual: true, IsNewSlot: false, IsStatic: false };

    private static string[] OwnParameters(TypeDefinition type) => [.. type.GenericParameters.Select(parameter => $"!{parameter.Position}")];

    private static (TypeDefinition? Type, string[] Arguments) Up(TypeDefinition type, string[] arguments) => type.BaseType switch
    {
        null => (null, []),
        GenericInstanceType instance => (instance.Resolve(), [.. instance.GenericArguments.Select(argument => Text(argument, arguments))]),
        var plain => (plain.Resolve(), []),
    };

    private static string Signature(MethodDefinition method, string[] arguments) =>
        $"{method.GenericParameters.Count} {Text(method.ReturnType, arguments)}({string.Join(",", method.Parameters.Select(one => Text(one.ParameterType, arguments)))})";

    private static string Text(TypeReference type, string[] arguments) => type switch
    {
        GenericParameter { Type: GenericParameterType.Method } parameter => $"!!{parameter.Position}",
        GenericParameter parameter => arguments[parameter.Position],
        GenericInstanceType instance => $"{instance.ElementType.FullName}<{string.Join(",", instance.GenericArguments.Select(one => Text(one, arguments)))}>",
        ArrayType array => $"{Text(array.ElementType, arguments)}[{array.Rank}]",
        ByReferenceType reference => $"{Text(reference.ElementType, arguments)}&",
        PointerType pointer => $"{Text(pointer.ElementType, arguments)}*",
        IModifierType modifier => $"{Text(modifier.ElementType, arguments)} mod({modifier.ModifierType.FullName})",
        _ => type.FullName,
    };
}
