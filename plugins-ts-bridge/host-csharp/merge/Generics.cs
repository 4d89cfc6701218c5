using Mono.Cecil;

namespace Duly.Merge;

/// <summary>Generic parameters: declared with the type or method, constrained once all types are known.</summary>
public static class Generics
{
    public static void Declare(IGenericParameterProvider from, IGenericParameterProvider to)
    {
        foreach (var parameter in from.GenericParameters) to.GenericParameters.Add(new GenericParameter(parameter.Name, to) { Attributes = parameter.Attributes });
    }

    public static void Constrain(IGenericParameterProvider from, IGenericParameterProvider to, References references)
    {
        foreach (var (parameter, copy) in from.GenericParameters.Zip(to.GenericParameters))
            foreach (var constraint in parameter.Constraints) copy.Constraints.Add(new GenericParameterConstraint(references.To(constraint.ConstraintType)));
    }
}
