using System.Reflection;

[assembly: AssemblyVersion("1.0.0.0")]

namespace Duly.TsHost
{
    public class RuleStep { }
    public class RuleApi { public class Nested { } internal class Kept { } }
    internal class Hidden { public class Inside { } }
}
