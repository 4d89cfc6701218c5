using Mono.Cecil;

namespace Duly.Merge;

/// <summary>
/// Turns what an input refers to into what the merged module refers to: types and members of an input become their copies,
/// everything else a reference to the assembly that really defines it (forwards followed).
/// </summary>
public sealed class References
{
    private readonly ModuleDefinition target;
    private readonly Dictionary<TypeDefinition, TypeReference> types = [];
    private readonly Dictionary<MethodReference, MethodReference> methods = [];
    private readonly Dictionary<FieldDefinition, FieldDefinition> fields = [];
    private readonly Dictionary<string, TypeReference> primitives;

    public References(ModuleDefinition target)
    {
        this.target = target;
        var system = target.TypeSystem;
        primitives = new[]
        {
            system.Object, system.Void, system.Boolean, system.Char, system.SByte, system.Byte, system.Int16, system.UInt16, system.Int32, system.UInt32,
            system.Int64, system.UInt64, system.Single, system.Double, system.IntPtr, system.UIntPtr, system.String, system.TypedReference,
        }.ToDictionary(type => type.FullName);
    }

    public void Add(TypeDefinition from, TypeDefinition to) => types.Add(from, to);
    public void Add(MethodDefinition from, MethodDefinition to) => methods.Add(from, to);
    public void Add(FieldDefinition from, FieldDefinition to) => fields.Add(from, to);

    public TypeDefinition Copy(TypeDefinition from) => (TypeDefinition)types[from];
    public MethodDefinition Copy(MethodDefinition from) => (MethodDefinition)methods[from];
    public FieldDefinition Copy(FieldDefinition from) => fields[from];

    public TypeReference To(TypeReference type) => type switch
    {
        GenericParameter parameter => To(parameter),
        GenericInstanceType instance => WithArguments(new GenericInstanceType(To(instance.ElementType)), instance.GenericArguments),
        ArrayType array => To(array),
        ByReferenceType byReference => new ByReferenceType(To(byReference.ElementType)),
        PointerType pointer => new PointerType(To(pointer.ElementType)),
        PinnedType pinned => new PinnedType(To(pinned.ElementType)),
        RequiredModifierType required => new RequiredModifierType(To(required.ModifierType), To(required.ElementType)),
        OptionalModifierType optional => new OptionalModifierType(To(optional.ModifierType), To(optional.ElementType)),
        FunctionPointerType function => Signature(function, new FunctionPointerType()),
        TypeSpecification other => throw new MergeException("DULY-MERGE-003", ("kind", other.GetType().Name), ("type", other.FullName)),
        _ => Plain(type.Resolve() ?? throw new MergeException("DULY-MERGE-004", ("type", type.FullName), ("scope", type.Scope.Name))),
    };

    /// <summary>The copy of a field, or a reference to it on an instance of a generic type or in another assembly.</summary>
    public FieldReference To(FieldReference field)
    {
        if (field.DeclaringType is not GenericInstanceType && field.Resolve() is { } definition && fields.TryGetValue(definition, out var copy)) return copy;
        return new FieldReference(field.Name, To(field.FieldType), To(field.DeclaringType));
    }

    /// <summary>The copy of a method, or a reference to it on an instance of a generic type or in another assembly.</summary>
    public MethodReference To(MethodReference method)
    {
        if (method is GenericInstanceMethod instance) return WithArguments(new GenericInstanceMethod(To(instance.ElementMethod)), instance.GenericArguments);
        if (methods.TryGetValue(method, out var known)) return known;
        if (!method.DeclaringType.IsGenericInstance && !method.DeclaringType.IsArray && method.Resolve() is { } definition && methods.TryGetValue(definition, out var copy)) return copy;
        var reference = new MethodReference(method.Name, target.TypeSystem.Void, To(method.DeclaringType));
        methods.Add(method, reference);
        foreach (var parameter in method.GenericParameters) reference.GenericParameters.Add(new GenericParameter(parameter.Name, reference));
        return Signature(method, reference);
    }

    /// <summary>Fills in calling convention, return type and parameter types.</summary>
    public T Signature<T>(IMethodSignature from, T to) where T : IMethodSignature
    {
        (to.HasThis, to.ExplicitThis, to.CallingConvention) = (from.HasThis, from.ExplicitThis, from.CallingConvention);
        to.ReturnType = To(from.ReturnType);
        foreach (var parameter in from.Parameters) to.Parameters.Add(new ParameterDefinition(To(parameter.ParameterType)));
        return to;
    }

    private TypeReference To(GenericParameter parameter) => parameter.Owner switch
    {
        TypeReference owner => To(owner.GetElementType()).GenericParameters[parameter.Position],
        MethodReference owner when methods.TryGetValue(owner, out var copy) => copy.GenericParameters[parameter.Position],
        _ => throw new MergeException("DULY-MERGE-005", ("parameter", parameter.FullName)),
    };

    private ArrayType To(ArrayType array)
    {
        var copy = new ArrayType(To(array.ElementType), array.Rank);
        for (var i = 0; !array.IsVector && i < array.Rank; i++) copy.Dimensions[i] = array.Dimensions[i];
        return copy;
    }

    private T WithArguments<T>(T instance, IEnumerable<TypeReference> arguments) where T : IGenericInstance
    {
        foreach (var argument in arguments) instance.GenericArguments.Add(To(argument));
        return instance;
    }

    private TypeReference Plain(TypeDefinition type)
    {
        if (types.TryGetValue(type, out var known)) return known;
        var foreign = primitives.GetValueOrDefault(type.FullName) ?? Foreign(type);
        types.Add(type, foreign);
        return foreign;
    }

    private TypeReference Foreign(TypeDefinition type)
    {
        var declaring = type.DeclaringType is null ? null : Plain(type.DeclaringType);
        var reference = new TypeReference(type.Namespace, type.Name, target, Scope(type.Module.Assembly.Name), type.IsValueType) { DeclaringType = declaring };
        foreach (var parameter in type.GenericParameters) reference.GenericParameters.Add(new GenericParameter(parameter.Name, reference));
        return reference;
    }

    /// <summary>One row for each assembly; Cecil's own import compares cultures null and "" as different.</summary>
    private AssemblyNameReference Scope(AssemblyNameReference name)
    {
        var known = target.AssemblyReferences.FirstOrDefault(reference => reference.Name == name.Name);
        if (known is not null) return known;
        var added = new AssemblyNameReference(name.Name, name.Version) { PublicKeyToken = name.PublicKeyToken };
        target.AssemblyReferences.Add(added);
        return added;
    }
}
