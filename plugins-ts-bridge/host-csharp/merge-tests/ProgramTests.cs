using Xunit;

namespace Duly.Merge.Tests;

/// <summary>The tool as it is called: what it cannot do is a coded line and an exit code, no stack trace.</summary>
public sealed class ProgramTests
{
    [Theory]
    [InlineData(1, "DULY-MERGE-012 ", "Fixture.Engine.Kinds.Width:64=abc")]
    [InlineData(1, "DULY-MERGE-013 ", "System.Numerics.BigInteger=A", "System.Numerics.BigInteger=B")]
    public void A_change_that_means_nothing_is_told(int code, string start, params string[] changes)
    {
        var (ended, told) = Run([.. changes, Fixtures.File("Fixture.Plugin"), Fixtures.File("Fixture.Engine")]);
        Assert.Equal(code, ended);
        Assert.StartsWith(start, told);
    }

    [Fact]
    public void Without_an_input_it_says_how_it_is_called()
    {
        var (ended, told) = Run(["Fixture.Engine.Kinds.Width:64=1024"]);
        Assert.Equal(2, ended);
        Assert.StartsWith("duly-merge OUT.dll", told);
    }

    private static (int Ended, string Told) Run(string[] inputs)
    {
        var (before, told) = (Console.Error, new StringWriter());
        Console.SetError(told);
        try
        {
            string[] arguments = ["out.dll", "none.snk", string.Join(';', Fixtures.Folders), .. inputs];
            return ((int)typeof(Thresholds).Assembly.EntryPoint!.Invoke(null, [arguments])!, told.ToString());
        }
        finally
        {
            Console.SetError(before);
        }
    }
}
