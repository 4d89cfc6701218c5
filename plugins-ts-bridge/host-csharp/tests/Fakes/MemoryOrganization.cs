using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Duly.TsHost.Tests.Fakes
{
    /// <summary>Rows in memory behind the platform's service. It has no pipeline: steps are run by the tests. What it cannot do it refuses.</summary>
    internal sealed class MemoryOrganization : IOrganizationService
    {
        private readonly Dictionary<string, List<Entity>> tables = [];
        private int created;

        /// <summary>Writes so far: "create duly_item".</summary>
        public List<string> Writes { get; } = [];

        /// <summary>Who wrote, write by write; null is the system.</summary>
        public List<Guid?> Writers { get; } = [];

        /// <summary>Queries so far.</summary>
        public List<string> Queries { get; } = [];

        /// <summary>Thrown by the next write.</summary>
        public Exception Fault { get; set; }

        /// <summary>Called with each query before it is answered.</summary>
        public Action<string> Reading { get; set; }

        public IReadOnlyList<Entity> All(string table) => Rows(table);

        public Entity Row(string table, Guid id) => Rows(table).Single(row => row.Id == id);

        /// <summary>Stores a row as it is; a status of 1 and the state 0 unless given.</summary>
        public Guid Put(string table, Dictionary<string, object> columns)
        {
            created += 1;
            var row = new Entity(table, new Guid(created, 0, 0x4000, [0x80, 0, 0, 0, 0, 0, 0, 1]));
            row["statecode"] = new OptionSetValue(0);
            row["statuscode"] = new OptionSetValue(1);
            foreach (var column in columns.Where(column => column.Value != null)) row[column.Key] = column.Value;
            row[table + "id"] = row.Id;
            Rows(table).Add(row);
            return row.Id;
        }

        public Guid Create(Entity entity)
        {
            Write("create " + entity.LogicalName);
            return Put(entity.LogicalName, entity.Attributes.ToDictionary(pair => pair.Key, pair => pair.Value));
        }

        public void Update(Entity entity)
        {
            Write("update " + entity.LogicalName);
            var row = Row(entity.LogicalName, entity.Id);
            foreach (var column in entity.Attributes)
            {
                if (column.Value == null) row.Attributes.Remove(column.Key);
                else row[column.Key] = column.Value;
            }
        }

        public void Delete(string entityName, Guid id)
        {
            Write("delete " + entityName);
            Rows(entityName).Remove(Row(entityName, id));
        }

        public EntityCollection RetrieveMultiple(QueryBase query)
        {
            var fetchXml = ((FetchExpression)query).Query;
            Queries.Add(fetchXml);
            Reading?.Invoke(fetchXml);
            return Fetch.Run(fetchXml, Rows);
        }

        public Entity Retrieve(string entityName, Guid id, ColumnSet columnSet) => throw new NotSupportedException();

        public OrganizationResponse Execute(OrganizationRequest request) => throw new NotSupportedException();

        public void Associate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) => throw new NotSupportedException();

        public void Disassociate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) => throw new NotSupportedException();

        private List<Entity> Rows(string table)
        {
            if (!tables.TryGetValue(table, out var rows)) tables[table] = rows = [];
            return rows;
        }

        private void Write(string what)
        {
            Writes.Add(what);
            if (Fault is { } fault) throw fault;
        }
    }
}
