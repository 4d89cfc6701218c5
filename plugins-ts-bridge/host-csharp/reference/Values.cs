using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk
{
    /// <summary>A lookup's value.</summary>
    public sealed class EntityReference : IExtensibleDataObject
    {
        public EntityReference() { }

        public EntityReference(string logicalName) { LogicalName = logicalName; }

        public EntityReference(string logicalName, Guid id)
        {
            LogicalName = logicalName;
            Id = id;
        }

        public Guid Id { get; set; }

        public string LogicalName { get; set; }

        public string Name { get; set; }

        public ExtensionDataObject ExtensionData { get; set; }

        public override bool Equals(object obj)
        {
            var other = obj as EntityReference;
            return other != null && other.Id == Id && other.LogicalName == LogicalName;
        }

        public override int GetHashCode() { return Id.GetHashCode(); }
    }

    /// <summary>An amount in the row's currency.</summary>
    public sealed class Money : IExtensibleDataObject
    {
        public Money() { }

        public Money(decimal value) { Value = value; }

        public decimal Value { get; set; }

        public ExtensionDataObject ExtensionData { get; set; }

        public override bool Equals(object obj)
        {
            var other = obj as Money;
            return other != null && other.Value == Value;
        }

        public override int GetHashCode() { return Value.GetHashCode(); }
    }

    /// <summary>The value of a choice.</summary>
    public sealed class OptionSetValue : IExtensibleDataObject
    {
        public OptionSetValue() { }

        public OptionSetValue(int value) { Value = value; }

        public int Value { get; set; }

        public ExtensionDataObject ExtensionData { get; set; }

        public override bool Equals(object obj)
        {
            var other = obj as OptionSetValue;
            return other != null && other.Value == Value;
        }

        public override int GetHashCode() { return Value.GetHashCode(); }
    }

    /// <summary>A value of a joined table or an aggregate, with the column that it comes from.</summary>
    public sealed class AliasedValue : IExtensibleDataObject
    {
        public AliasedValue(string entityLogicalName, string attributeLogicalName, object value)
        {
            EntityLogicalName = entityLogicalName;
            AttributeLogicalName = attributeLogicalName;
            Value = value;
        }

        public string EntityLogicalName { get; private set; }

        public string AttributeLogicalName { get; private set; }

        public object Value { get; private set; }

        public ExtensionDataObject ExtensionData { get; set; }
    }

    public enum EntityRole
    {
        Referencing = 0,
        Referenced = 1,
    }

    /// <summary>A relationship, named by its schema name.</summary>
    public sealed class Relationship : IExtensibleDataObject
    {
        public Relationship() { }

        public Relationship(string schemaName) { SchemaName = schemaName; }

        public string SchemaName { get; set; }

        public EntityRole? PrimaryEntityRole { get; set; }

        public ExtensionDataObject ExtensionData { get; set; }
    }
}
