using Mono.Cecil;

namespace Duly.Merge;

/// <summary>Declares a copy of every type of the inputs, then gives all of them their base types, before anything is said about members.</summary>
public sealed class Shells(ModuleDefinition target, References references)
{
    private const TypeAttributes Security = TypeAttributes.HasSecurity;

    /// <summary>The copy under its own name; where another input has one of the same name (types that compilers embed) below a namespace named after its assembly.</summary>
    public void Declare(TypeDefinition from)
    {
        var taken = target.GetType(from.Namespace, from.Name) is not null;
        var copy = Shell(from, taken ? $"{from.Module.Assembly.Name.Name}.Merged.{from.Namespace}".TrimEnd('.') : from.Namespace);
        target.Types.Add(copy);
    }

    /// <summary>
    /// Cecil reads from the base type whether a type is a value type, and keeps the answer in generic instances:
    /// plain base types come first, those that are generic instances after all of them.
    /// </summary>
    public void SetBaseTypes(IReadOnlyList<TypeDefinition> all)
    {
        foreach (var type in all.Where(type => type.BaseType is not null).OrderBy(type => type.BaseType.IsGenericInstance))
            references.Copy(type).BaseType = references.To(type.BaseType);
        foreach (var type in all) Complete(type, references.Copy(type));
    }

    private TypeDefinition Shell(TypeDefinition from, string @namespace)
    {
        var copy = new TypeDefinition(@namespace, from.Name, from.Attributes & ~Security);
        if (from.HasLayoutInfo) (copy.ClassSize, copy.PackingSize) = (from.ClassSize, from.PackingSize);
        Generics.Declare(from, copy);
        references.Add(from, copy);
        foreach (var nested in from.NestedTypes) copy.NestedTypes.Add(Shell(nested, nested.Namespace));
        return copy;
    }

    private void Complete(TypeDefinition from, TypeDefinition copy)
    {
        foreach (var implementation in from.Interfaces) copy.Interfaces.Add(new InterfaceImplementation(references.To(implementation.InterfaceType)));
        Generics.Constrain(from, copy, references);
    }
}
