using Mono.Cecil;

namespace Duly.Merge;

/// <summary>
/// Static methods of the framework that are not called as they are: the calls of all inputs go to an own method instead, one with the same name (operators
/// without op_) and parameters. So the host puts bounds on what an engine does in one go, where the engine itself has none.
/// </summary>
public sealed class Substitutes
{
    private readonly Dictionary<string, TypeDefinition> own;

    /// <param name="inputs">what is merged</param>
    /// <param name="names">full name of a type of the framework to that of the own type</param>
    public Substitutes(IReadOnlyList<AssemblyDefinition> inputs, IReadOnlyDictionary<string, string> names) =>
        own = names.ToDictionary(pair => pair.Key, pair => inputs.Select(input => input.MainModule.GetType(pair.Value)).FirstOrDefault(type => type is not null)
            ?? throw new MergeException("DULY-MERGE-010", ("own", pair.Value), ("type", pair.Key)));

    /// <summary>What is called for a method: the own one, or the method itself where there is none. The own type calls the framework.</summary>
    public MethodReference For(MethodReference method, MethodDefinition caller) =>
        own.TryGetValue(method.DeclaringType.FullName, out var type) && caller.DeclaringType != type
            ? type.Methods.FirstOrDefault(one => Stands(one, method)) ?? method
            : method;

    private static bool Stands(MethodDefinition own, MethodReference method) =>
        own.IsStatic && !method.HasThis && own.Name == (method.Name.StartsWith("op_") ? method.Name[3..] : method.Name)
        && own.ReturnType.FullName == method.ReturnType.FullName && own.Parameters.Select(Type).SequenceEqual(method.Parameters.Select(Type));

    private static string Type(ParameterDefinition parameter) => parameter.ParameterType.FullName;
}
