using Mono.Cecil;

namespace Duly.Merge;

/// <summary>Copies fields, methods (without bodies), properties and events of one type.</summary>
public sealed class Members(References references)
{
    private const MethodAttributes Security = MethodAttributes.HasSecurity | MethodAttributes.RequireSecObject;

    /// <summary>
    /// MethodImplOptions.AggressiveOptimization, by which engines mark their large methods. .NET compiles such a method in full at its first call, and a first save
    /// waits for it; unmarked, only what is called often is compiled so. The .NET Framework does not know the mark.
    /// </summary>
    private const MethodImplAttributes CompiledAtOnce = (MethodImplAttributes)0x200;

    public void Copy(TypeDefinition from)
    {
        var to = references.Copy(from);
        foreach (var field in from.Fields) to.Fields.Add(Field(field));
        foreach (var method in from.Methods) to.Methods.Add(Method(method));
        foreach (var property in from.Properties) to.Properties.Add(Property(property));
        foreach (var @event in from.Events) to.Events.Add(Event(@event));
    }

    /// <summary>Names of base and interface methods that a method implements; to be called when all methods are there.</summary>
    public void CopyOverrides(MethodDefinition from)
    {
        foreach (var overridden in from.Overrides) references.Copy(from).Overrides.Add(references.To(overridden));
    }

    private FieldDefinition Field(FieldDefinition from)
    {
        var copy = new FieldDefinition(from.Name, from.Attributes, references.To(from.FieldType)) { MarshalInfo = from.MarshalInfo };
        if (from.HasConstant) copy.Constant = from.Constant;
        if (from.HasLayoutInfo) copy.Offset = from.Offset;
        if (from.InitialValue.Length > 0) copy.InitialValue = from.InitialValue;
        references.Add(from, copy);
        return copy;
    }

    private MethodDefinition Method(MethodDefinition from)
    {
        if (from.HasPInvokeInfo) throw new MergeException("DULY-MERGE-006", ("method", from.FullName));
        var copy = new MethodDefinition(from.Name, from.Attributes & ~Security, references.To(Nothing(from)))
        {
            ImplAttributes = from.ImplAttributes & ~CompiledAtOnce, SemanticsAttributes = from.SemanticsAttributes,
        };
        references.Add(from, copy);
        Generics.Declare(from, copy);
        Generics.Constrain(from, copy, references);
        references.Signature(from, copy);
        copy.MethodReturnType.Attributes = from.MethodReturnType.Attributes;
        copy.MethodReturnType.MarshalInfo = from.MethodReturnType.MarshalInfo;
        foreach (var (parameter, mine) in from.Parameters.Zip(copy.Parameters)) Parameter(parameter, mine);
        return copy;
    }

    private static TypeReference Nothing(MethodDefinition method) => method.Module.TypeSystem.Void;

    private static void Parameter(ParameterDefinition from, ParameterDefinition copy)
    {
        (copy.Name, copy.Attributes, copy.MarshalInfo) = (from.Name, from.Attributes, from.MarshalInfo);
        if (from.HasConstant) copy.Constant = from.Constant;
    }

    private MethodDefinition? Accessor(MethodDefinition? method) => method is null ? null : references.Copy(method);

    private PropertyDefinition Property(PropertyDefinition from)
    {
        var copy = new PropertyDefinition(from.Name, from.Attributes, references.To(from.PropertyType)) { HasThis = from.HasThis, GetMethod = Accessor(from.GetMethod), SetMethod = Accessor(from.SetMethod) };
        if (from.HasConstant) copy.Constant = from.Constant;
        return copy;
    }

    private EventDefinition Event(EventDefinition from) => new(from.Name, from.Attributes, references.To(from.EventType))
    {
        AddMethod = Accessor(from.AddMethod), RemoveMethod = Accessor(from.RemoveMethod), InvokeMethod = Accessor(from.InvokeMethod),
    };
}
