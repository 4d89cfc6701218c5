using Mono.Cecil;

namespace Duly.Merge;

/// <summary>Copies custom attributes, except those for debuggers, for compilers' null checks and for code-access security.</summary>
public sealed class Attributes(References references)
{
    private static readonly string[] DroppedNamespaces = ["System.Diagnostics.CodeAnalysis", "System.Security"];

    public void Copy(ICustomAttributeProvider from, ICustomAttributeProvider to)
    {
        foreach (var attribute in from.CustomAttributes.Where(Kept)) to.CustomAttributes.Add(Attribute(attribute));
    }

    /// <summary>Attributes of a type and of everything in it but nested types.</summary>
    public void CopyAll(TypeDefinition from)
    {
        var to = references.Copy(from);
        Copy(from, to);
        CopyGeneric(from, to);
        foreach (var (one, copy) in from.Fields.Zip(to.Fields)) Copy(one, copy);
        foreach (var (one, copy) in from.Properties.Zip(to.Properties)) Copy(one, copy);
        foreach (var (one, copy) in from.Events.Zip(to.Events)) Copy(one, copy);
        foreach (var (one, copy) in from.Methods.Zip(to.Methods)) CopyMethod(one, copy);
    }

    private void CopyMethod(MethodDefinition from, MethodDefinition to)
    {
        Copy(from, to);
        CopyGeneric(from, to);
        Copy(from.MethodReturnType, to.MethodReturnType);
        foreach (var (one, copy) in from.Parameters.Zip(to.Parameters)) Copy(one, copy);
    }

    private void CopyGeneric(IGenericParameterProvider from, IGenericParameterProvider to)
    {
        foreach (var (one, copy) in from.GenericParameters.Zip(to.GenericParameters)) Copy(one, copy);
    }

    private static bool Kept(CustomAttribute attribute)
    {
        var (space, name) = (attribute.AttributeType.Namespace, attribute.AttributeType.Name);
        return !DroppedNamespaces.Contains(space) && !name.StartsWith("Debugg", StringComparison.Ordinal) && !name.StartsWith("Nullable", StringComparison.Ordinal);
    }

    private CustomAttribute Attribute(CustomAttribute from)
    {
        var copy = new CustomAttribute(references.To(from.Constructor));
        foreach (var argument in from.ConstructorArguments) copy.ConstructorArguments.Add(Argument(argument));
        foreach (var field in from.Fields) copy.Fields.Add(new CustomAttributeNamedArgument(field.Name, Argument(field.Argument)));
        foreach (var property in from.Properties) copy.Properties.Add(new CustomAttributeNamedArgument(property.Name, Argument(property.Argument)));
        return copy;
    }

    private CustomAttributeArgument Argument(CustomAttributeArgument from) => new(references.To(from.Type), from.Value switch
    {
        TypeReference type => references.To(type),
        CustomAttributeArgument boxed => Argument(boxed),
        CustomAttributeArgument[] list => list.Select(Argument).ToArray(),
        var value => value,
    });
}
