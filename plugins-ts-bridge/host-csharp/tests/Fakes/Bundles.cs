using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using Xunit;

namespace Duly.TsHost.Tests.Fakes
{
    /// <summary>The bundles that tests run.</summary>
    internal static class Bundles
    {
        /// <summary>A bundle whose rules do what their id says.</summary>
        public static string Probe { get; } = Embedded("probe.js");

        /// <summary>The repository's folder.</summary>
        public static string Repository { get; } = Metadata("Repository");

        /// <summary>The merged DLL that these tests run against; empty when it is the project.</summary>
        public static string HostDll { get; } = Metadata("HostDll");

        private static string Built => Path.Combine(Repository, "dist", "build", "rules.json");

        public static bool ProductIsBuilt => File.Exists(Built);

        /// <summary>The product's own rules.</summary>
        public static string Product()
        {
            using var built = JsonDocument.Parse(File.ReadAllText(Built));
            return built.RootElement.GetProperty("text").GetString();
        }

        public static string Embedded(string name)
        {
            using var reader = new StreamReader(typeof(Bundles).Assembly.GetManifestResourceStream(name));
            return reader.ReadToEnd();
        }

        private static string Metadata(string key) =>
            typeof(Bundles).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value ?? "";
    }

    /// <summary>A test of the merged DLL only.</summary>
    public sealed class MergedFactAttribute : FactAttribute
    {
        public MergedFactAttribute()
        {
            if (Bundles.HostDll == "") Skip = "Only for the merged DLL: -p:HostDll=PATH.";
        }
    }

    /// <summary>The same with data.</summary>
    public sealed class MergedTheoryAttribute : TheoryAttribute
    {
        public MergedTheoryAttribute()
        {
            if (Bundles.HostDll == "") Skip = "Only for the merged DLL: -p:HostDll=PATH.";
        }
    }

    /// <summary>A test of the product's own rules, which Node builds.</summary>
    public sealed class ProductFactAttribute : FactAttribute
    {
        public ProductFactAttribute()
        {
            if (!Bundles.ProductIsBuilt) Skip = "dist/build/rules.json is missing: run 'npm run build' first.";
        }
    }
}
