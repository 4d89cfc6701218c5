using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Duly.TsHost.Tests.Fakes
{
    /// <summary>The service of one user, or of the system (null): the organisation notes who writes.</summary>
    internal sealed class UserService(MemoryOrganization organization, Guid? user) : IOrganizationService
    {
        public Guid Create(Entity entity) => Writing().Create(entity);

        public void Update(Entity entity) => Writing().Update(entity);

        public void Delete(string entityName, Guid id) => Writing().Delete(entityName, id);

        public EntityCollection RetrieveMultiple(QueryBase query) => organization.RetrieveMultiple(query);

        public Entity Retrieve(string entityName, Guid id, ColumnSet columnSet) => organization.Retrieve(entityName, id, columnSet);

        public OrganizationResponse Execute(OrganizationRequest request) => organization.Execute(request);

        public void Associate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) => organization.Associate(entityName, entityId, relationship, relatedEntities);

        public void Disassociate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) => organization.Disassociate(entityName, entityId, relationship, relatedEntities);

        private MemoryOrganization Writing()
        {
            organization.Writers.Add(user);
            return organization;
        }
    }
}
