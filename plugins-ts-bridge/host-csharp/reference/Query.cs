using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Query
{
    public abstract class QueryBase : IExtensibleDataObject
    {
        public ExtensionDataObject ExtensionData { get; set; }
    }

    /// <summary>A query in FetchXML.</summary>
    public sealed class FetchExpression : QueryBase
    {
        public FetchExpression() { }

        public FetchExpression(string query) { Query = query; }

        public string Query { get; set; }
    }

    /// <summary>The columns that Retrieve gives.</summary>
    public sealed class ColumnSet : IExtensibleDataObject
    {
        public ColumnSet() { }

        public ColumnSet(bool allColumns) { AllColumns = allColumns; }

        public bool AllColumns { get; set; }

        public ExtensionDataObject ExtensionData { get; set; }
    }
}
