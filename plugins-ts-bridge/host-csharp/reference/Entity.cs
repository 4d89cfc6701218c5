using System;
using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk
{
    /// <summary>A row: its table, its id and those of its columns that have a value.</summary>
    public class Entity : IExtensibleDataObject
    {
        public Entity() : this(null) { }

        public Entity(string entityName) : this(entityName, Guid.Empty) { }

        public Entity(string entityName, Guid id)
        {
            LogicalName = entityName;
            Id = id;
            Attributes = new AttributeCollection();
        }

        public string LogicalName { get; set; }

        public virtual Guid Id { get; set; }

        public AttributeCollection Attributes { get; set; }

        public ExtensionDataObject ExtensionData { get; set; }

        public object this[string attributeName]
        {
            get { return Attributes[attributeName]; }
            set { Attributes[attributeName] = value; }
        }

        public bool Contains(string attributeName) { return Attributes.Contains(attributeName); }

        /// <summary>The value of a column; the default of its type when the row has none.</summary>
        public virtual T GetAttributeValue<T>(string attributeLogicalName)
        {
            object value;
            return Attributes.TryGetValue(attributeLogicalName, out value) && value != null ? (T)value : default(T);
        }

        public EntityReference ToEntityReference() { return new EntityReference(LogicalName, Id); }
    }

    /// <summary>Rows that a query found.</summary>
    public sealed class EntityCollection : IExtensibleDataObject
    {
        private sealed class EntityList : DataCollection<Entity>
        {
            public EntityList(IList<Entity> list) : base(list) { }
        }

        private readonly DataCollection<Entity> entities;

        public EntityCollection() : this(new List<Entity>()) { }

        public EntityCollection(IList<Entity> list) { entities = new EntityList(list); }

        public DataCollection<Entity> Entities { get { return entities; } }

        public string EntityName { get; set; }

        public bool MoreRecords { get; set; }

        public string PagingCookie { get; set; }

        public ExtensionDataObject ExtensionData { get; set; }

        public Entity this[int index]
        {
            get { return entities[index]; }
            set { entities[index] = value; }
        }
    }
}
