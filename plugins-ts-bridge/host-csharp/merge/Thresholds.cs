using System.Globalization;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Duly.Merge;

/// <summary>
/// Numbers that an input compares a property of its own with, where another number suits the host better: an engine keeps objects in its compact form only
/// while few kinds of them were seen, and a large bundle has many.
/// </summary>
public static class Thresholds
{
    /// <summary>Changes one in the inputs, before they are copied; the number must stand there exactly once.</summary>
    /// <param name="inputs">what is merged</param>
    /// <param name="threshold">"Namespace.Type.Property:FROM=TO": where the property is compared with FROM, it is with TO</param>
    public static void Change(IReadOnlyList<AssemblyDefinition> inputs, string threshold)
    {
        var (property, from, to) = Parsed(threshold);
        var methods = inputs.SelectMany(input => input.MainModule.GetTypes()).SelectMany(type => type.Methods).Where(method => method.HasBody);
        var places = methods.SelectMany(method => method.Body.Instructions.Where(one => Loads(one, from) && Reads(one.Previous, property)).Select(one => (method.Body, Number: one))).ToList();
        if (places.Count != 1) throw new MergeException("DULY-MERGE-011", ("property", property), ("number", $"{from}"), ("times", $"{places.Count}"));
        Replace(places[0].Body, places[0].Number, to);
    }

    /// <summary>Throws DULY-MERGE-012 on anything but a property and two whole numbers.</summary>
    private static (string Property, int From, int To) Parsed(string threshold) =>
        threshold.Split(':', '=') is [{ Length: > 0 } property, var first, var second] && Number(first) is { } from && Number(second) is { } to
            ? (property, from, to) : throw new MergeException("DULY-MERGE-012", ("threshold", threshold));

    private static int? Number(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The longer instruction may move a jump out of reach of its short form; simplified code has none.</summary>
    private static void Replace(MethodBody body, Instruction number, int to)
    {
        body.SimplifyMacros();
        number.Operand = to;
        body.OptimizeMacros();
    }

    private static bool Loads(Instruction instruction, int number) => instruction.OpCode.Code switch
    {
        Code.Ldc_I4_S => (sbyte)instruction.Operand == number,
        Code.Ldc_I4 => (int)instruction.Operand == number,
        _ => false,
    };

    private static bool Reads(Instruction? instruction, string property) =>
        instruction?.Operand is MethodReference getter && $"{getter.DeclaringType.FullName}.{getter.Name}" == property.Insert(property.LastIndexOf('.') + 1, "get_");
}
