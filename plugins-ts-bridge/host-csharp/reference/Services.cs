using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Xrm.Sdk
{
    /// <summary>What the platform calls.</summary>
    public interface IPlugin
    {
        void Execute(IServiceProvider serviceProvider);
    }

    public interface ITracingService
    {
        void Trace(string format, params object[] args);
    }

    public interface IOrganizationServiceFactory
    {
        /// <summary>A service that acts for a user; null is the system.</summary>
        IOrganizationService CreateOrganizationService(Guid? userId);
    }

    public interface IOrganizationService
    {
        Guid Create(Entity entity);

        Entity Retrieve(string entityName, Guid id, ColumnSet columnSet);

        void Update(Entity entity);

        void Delete(string entityName, Guid id);

        OrganizationResponse Execute(OrganizationRequest request);

        void Associate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities);

        void Disassociate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities);

        EntityCollection RetrieveMultiple(QueryBase query);
    }

    public class OrganizationRequest : IExtensibleDataObject
    {
        public OrganizationRequest() : this(null) { }

        public OrganizationRequest(string requestName)
        {
            RequestName = requestName;
            Parameters = new ParameterCollection();
        }

        public string RequestName { get; set; }

        public Guid? RequestId { get; set; }

        public ParameterCollection Parameters { get; set; }

        public ExtensionDataObject ExtensionData { get; set; }
    }

    public class OrganizationResponse : IExtensibleDataObject
    {
        public OrganizationResponse() { Results = new ParameterCollection(); }

        public string ResponseName { get; set; }

        public ParameterCollection Results { get; set; }

        public ExtensionDataObject ExtensionData { get; set; }
    }
}
