using Mono.Cecil;
using Mono.Cecil.Cil;
using Xunit;

namespace Duly.Merge.Tests;

/// <summary>The check must be able to fail: each test spoils a good assembly in one way and wants to be told.</summary>
public class ReferenceCheckTests
{
    public static TheoryData<string, string, Action<ModuleDefinition>> Spoilt => new()
    {
        { "DULY-MERGE-020", "Fixture.Engine", module => Call(module, new TypeReference("Fixture.Engine", "Kinds", module, Another(module, "Fixture.Engine")), "Words", module.TypeSystem.String) },
        { "DULY-MERGE-021", "System.Span`1", module => module.Types.First(type => type.Name == "Uri").Fields.Add(Field(new TypeReference("System", "Span`1", module, module.TypeSystem.CoreLibrary))) },
        { "DULY-MERGE-022", "Reversed()", module => Call(module, module.TypeSystem.String, "Reversed", module.TypeSystem.Void) },
        { "DULY-MERGE-023", "Louder::Describe", module => module.GetType("Fixture.Plugin.Louder").Methods.Single(method => method.Name == "Describe").IsFamily = true },
        { "DULY-MERGE-024", "Fixture.Engine.Kinds", module => module.GetType("Fixture.Engine.Kinds").IsPublic = true },
        { "DULY-MERGE-025", "Native", Native },
    };

    [Theory]
    [MemberData(nameof(Spoilt), DisableDiscoveryEnumeration = true)]
    public void A_spoilt_assembly_is_found(string code, string about, Action<ModuleDefinition> spoil) =>
        Assert.Contains(Fixtures.Findings(Fixtures.Merged(spoil)), finding => finding.StartsWith(code, StringComparison.Ordinal) && finding.Contains(about, StringComparison.Ordinal));

    [Fact]
    public void An_unsigned_assembly_is_found()
    {
        using var resolver = new Assemblies(Fixtures.Folders);
        using var stream = new MemoryStream();
        Merger.Merge([resolver.Add(Fixtures.File("Fixture.Plugin")), resolver.Add(Fixtures.File("Fixture.Engine"))], resolver).Write(stream);
        Assert.Contains(Fixtures.Findings(stream.ToArray()), finding => finding.StartsWith("DULY-MERGE-026", StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_input_is_named() =>
        Assert.StartsWith("DULY-MERGE-001", Assert.Throws<MergeException>(() => new Assemblies([]).Add("nowhere.dll")).Message);

    [Fact]
    public void A_forgotten_input_is_named()
    {
        using var resolver = new Assemblies([Fixtures.Net462]);
        var error = Assert.Throws<MergeException>(() => Merger.Merge([resolver.Add(Fixtures.File("Fixture.Plugin"))], resolver));
        Assert.StartsWith("DULY-MERGE-002 The assembly Fixture.Engine", error.Message);
    }

    private static AssemblyNameReference Another(ModuleDefinition module, string name)
    {
        var reference = new AssemblyNameReference(name, new Version(1, 0, 0, 0));
        module.AssemblyReferences.Add(reference);
        return reference;
    }

    private static FieldDefinition Field(TypeReference type) => new("spoilt", FieldAttributes.Private, type);

    private static void Call(ModuleDefinition module, TypeReference type, string method, TypeReference result)
    {
        var code = module.GetType("Fixture.Plugin.Speaker").Methods.Single(one => one.Name == "Execute").Body.GetILProcessor();
        code.InsertBefore(code.Body.Instructions[0], code.Create(OpCodes.Call, new MethodReference(method, result, type)));
    }

    private static void Native(ModuleDefinition module)
    {
        var library = new ModuleReference("native.so");
        module.ModuleReferences.Add(library);
        const MethodAttributes attributes = MethodAttributes.Static | MethodAttributes.PInvokeImpl;
        var method = new MethodDefinition("Native", attributes, module.TypeSystem.Void) { PInvokeInfo = new PInvokeInfo(PInvokeAttributes.CallConvWinapi, "native", library) };
        module.GetType("Fixture.Plugin.Uri").Methods.Add(method);
    }
}
