using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Duly.Merge;

/// <summary>Copies the code of a method instruction by instruction.</summary>
public sealed class Bodies(References references, Substitutes substitutes)
{
    public void Copy(MethodDefinition from)
    {
        if (!from.HasBody) return;
        var to = references.Copy(from).Body;
        to.InitLocals = from.Body.InitLocals;
        foreach (var variable in from.Body.Variables) to.Variables.Add(new VariableDefinition(references.To(variable.VariableType)));
        var copies = from.Body.Instructions.ToDictionary(one => one, one => Shell(one.OpCode));
        foreach (var instruction in from.Body.Instructions)
        {
            copies[instruction].Operand = Operand(instruction.Operand, from, to, copies);
            to.Instructions.Add(copies[instruction]);
        }
        foreach (var handler in from.Body.ExceptionHandlers) to.ExceptionHandlers.Add(Handler(handler, copies));
    }

    private static Instruction Shell(OpCode code)
    {
        var instruction = Instruction.Create(OpCodes.Nop);
        instruction.OpCode = code;
        return instruction;
    }

    private object? Operand(object? operand, MethodDefinition from, MethodBody to, Dictionary<Instruction, Instruction> copies) => operand switch
    {
        TypeReference type => references.To(type),
        FieldReference field => references.To(field),
        MethodReference method => references.To(substitutes.For(method, from)),
        CallSite site => references.Signature(site, new CallSite(references.To(site.ReturnType))),
        ParameterDefinition parameter => parameter == from.Body.ThisParameter ? to.ThisParameter : to.Method.Parameters[parameter.Index],
        VariableDefinition variable => to.Variables[variable.Index],
        Instruction target => copies[target],
        Instruction[] targets => targets.Select(target => copies[target]).ToArray(),
        _ => operand,
    };

    private ExceptionHandler Handler(ExceptionHandler from, Dictionary<Instruction, Instruction> copies)
    {
        Instruction? At(Instruction? instruction) => instruction is null ? null : copies[instruction];
        return new ExceptionHandler(from.HandlerType)
        {
            CatchType = from.CatchType is null ? null : references.To(from.CatchType), TryStart = At(from.TryStart), TryEnd = At(from.TryEnd),
            FilterStart = At(from.FilterStart), HandlerStart = At(from.HandlerStart), HandlerEnd = At(from.HandlerEnd),
        };
    }
}
