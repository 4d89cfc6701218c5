using System;
using System.IO;
using System.Linq;
using Duly.TsHost.Tests.Fakes;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Duly.TsHost.Tests
{
    /// <summary>What the platform sees of the host.</summary>
    public class SurfaceTests
    {
        [Fact]
        public void OnlyThePlugInTypesArePublic() =>
            Assert.Equal(["Duly.TsHost.RuleApi", "Duly.TsHost.RuleStep"], typeof(RuleStep).Assembly.GetExportedTypes().Select(type => type.FullName).Order());

        [Fact]
        public void APlugInTypeHasAConstructorThatThePlatformCalls()
        {
            Assert.NotNull(typeof(RuleStep).GetConstructor([typeof(string)]));
            Assert.NotNull(typeof(RuleApi).GetConstructor([]));
        }

        [Fact]
        public void TheHostIsStrongNamed() =>
            Assert.Equal("Duly.TsHost, Version=1.0.0.0, Culture=neutral, PublicKeyToken=e746d628583d5053", typeof(RuleStep).Assembly.FullName);

        [Fact]
        public void TheReferenceAssemblyHasMicrosoftsIdentity() =>
            Assert.Equal("Microsoft.Xrm.Sdk, Version=9.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35", typeof(IPlugin).Assembly.FullName);

        [MergedFact]
        public void TheMergedDllStandsAlone()
        {
            Assert.False(File.Exists(Path.Combine(AppContext.BaseDirectory, "Jint.dll")));
            Assert.Equal(
                ["Microsoft.Xrm.Sdk", "System", "System.Core", "System.Numerics", "mscorlib"],
                typeof(RuleStep).Assembly.GetReferencedAssemblies().Select(reference => reference.Name).Order(StringComparer.Ordinal));
        }
    }
}
