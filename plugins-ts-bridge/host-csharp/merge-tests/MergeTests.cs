using System.Reflection;
using System.Runtime.Loader;
using Mono.Cecil;
using Xunit;

namespace Duly.Merge.Tests;

public class MergeTests
{
    private static readonly byte[] Merged = Fixtures.Merged();

    private static ModuleDefinition Read() => ModuleDefinition.ReadModule(new MemoryStream(Merged));

    [Fact]
    public void The_check_finds_nothing() => Assert.Empty(Fixtures.Findings(Merged));

    [Fact]
    public void The_first_input_gives_the_identity_and_the_key_its_token()
    {
        var name = Read().Assembly.Name;
        Assert.StartsWith("Fixture.Plugin, Version=1.2.3.4, Culture=neutral, PublicKeyToken=", name.FullName);
        Assert.Equal(8, name.PublicKeyToken.Length);
    }

    [Fact]
    public void Only_plugin_classes_stay_public()
    {
        Assert.Equal(["Fixture.Plugin.PluginFamily", "Fixture.Plugin.Speaker"], Read().Types.Where(type => type.IsPublic).Select(type => type.FullName).Order());
        Assert.DoesNotContain(Read().GetType("Fixture.Plugin.PluginFamily").NestedTypes, type => type.IsNestedPublic);
    }

    [Fact]
    public void It_refers_to_the_framework_and_the_SDK_only() => Assert.Equal(ReferenceCheck.Allowed, Read().AssemblyReferences.Select(one => one.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void The_second_of_two_types_of_one_name_gets_a_namespace_of_its_own() =>
        Assert.Equal(["Fixture.Engine.Merged.System.Text.Twin", "System.Text.Twin"], Read().Types.Where(type => type.Name == "Twin").Select(type => type.FullName).Order());

    [Fact]
    public void The_same_inputs_give_the_same_bytes() => Assert.Equal(Merged, Fixtures.Merged());

    [Fact]
    public void It_loads_and_does_what_the_two_did()
    {
        var said = Run(Merged);
        Assert.Equal(["20+22=42 1!", "20", "two 2,3,5,7,11", "3", "wide big", "one two three", "10", "1180591620717411303424", "7", "plug-in engine", "Nestedab"], said);
    }

    [Fact]
    public void A_protected_override_that_stayed_so_would_not_load()
    {
        var spoilt = Fixtures.Merged(module => module.GetType("Fixture.Plugin.Louder").Methods.Single(method => method.Name == "Describe").IsFamily = true);
        Assert.IsType<TypeLoadException>(Assert.Throws<TargetInvocationException>(() => Run(spoilt)).InnerException);
    }

    [Fact]
    public void Calls_of_a_framework_type_go_to_the_own_type_that_stands_for_it()
    {
        var merged = Fixtures.Merged(substitutes: new Dictionary<string, string> { ["System.Numerics.BigInteger"] = "Fixture.Plugin.ShortBigInteger" });
        Assert.Empty(Fixtures.Findings(merged));
        Assert.Equal("1024", Run(merged)[7]);
    }

    [Fact]
    public void An_own_type_that_no_input_has_is_refused()
    {
        var refused = Assert.Throws<MergeException>(() => Fixtures.Merged(substitutes: new Dictionary<string, string> { ["System.Numerics.BigInteger"] = "Fixture.Plugin.Nobody" }));
        Assert.StartsWith("DULY-MERGE-010 ", refused.Message);
    }

    [Fact]
    public void A_number_that_a_property_is_compared_with_is_another_one()
    {
        var merged = Fixtures.Merged(thresholds: "Fixture.Engine.Kinds.Width:64=1024");
        Assert.Empty(Fixtures.Findings(merged));
        Assert.Contains("narrow big", Run(merged));
    }

    [Theory]
    [InlineData("Fixture.Engine.Kinds.Width:65=1024")]
    [InlineData("Fixture.Engine.Kinds.Height:64=1024")]
    [InlineData("Fixture.Engine.Nobody.Width:64=1024")]
    public void A_number_that_stands_nowhere_is_refused(string threshold) =>
        Assert.StartsWith("DULY-MERGE-011 ", Assert.Throws<MergeException>(() => Fixtures.Merged(thresholds: threshold)).Message);

    [Theory]
    [InlineData("Fixture.Engine.Kinds.Width:64=abc")]
    [InlineData("Fixture.Engine.Kinds.Width:=1024")]
    [InlineData("Fixture.Engine.Kinds.Width:64=99999999999")]
    [InlineData("Fixture.Engine.Kinds.Width:64=1024=2048")]
    [InlineData("Fixture.Engine.Kinds.Width=64")]
    [InlineData(":64=1024")]
    public void A_threshold_without_two_whole_numbers_is_refused(string threshold)
    {
        var message = Assert.Throws<MergeException>(() => Fixtures.Merged(thresholds: threshold)).Message;
        Assert.StartsWith($"DULY-MERGE-012 The threshold {threshold} is not of the form PROPERTY:FROM=TO", message);
    }

    private static List<string> Run(byte[] assembly)
    {
        var context = new AssemblyLoadContext("merged", isCollectible: true);
        context.LoadFromAssemblyPath(Fixtures.File("Microsoft.Xrm.Sdk"));
        var plugin = context.LoadFromStream(new MemoryStream(assembly)).GetType("Fixture.Plugin.Speaker", throwOnError: true)!;
        var said = new List<string>();
        plugin.GetMethod("Execute")!.Invoke(Activator.CreateInstance(plugin), [new Listener(said)]);
        return said;
    }

    private sealed class Listener(IList<string> said) : IServiceProvider
    {
        public object GetService(Type type) => said;
    }
}
