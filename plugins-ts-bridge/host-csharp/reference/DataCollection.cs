using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.ObjectModel;

namespace Microsoft.Xrm.Sdk
{
    /// <summary>A list of the SDK.</summary>
    [Serializable]
    public abstract class DataCollection<T> : Collection<T>
    {
        protected internal DataCollection() { }

        protected internal DataCollection(IList<T> list) : base(list) { }

        public void AddRange(params T[] items) { AddRange((IEnumerable<T>)items); }

        public void AddRange(IEnumerable<T> items)
        {
            foreach (var item in items) Add(item);
        }

        public T[] ToArray() { return new List<T>(this).ToArray(); }
    }

    /// <summary>Named values of the SDK. A missing key throws KeyNotFoundException; setting one adds it.</summary>
    [Serializable]
    public abstract class DataCollection<TKey, TValue> : IEnumerable<KeyValuePair<TKey, TValue>>
    {
        private readonly Dictionary<TKey, TValue> values = new Dictionary<TKey, TValue>();

        protected internal DataCollection() { }

        public int Count { get { return values.Count; } }

        public virtual bool IsReadOnly { get { return false; } }

        public ICollection<TKey> Keys { get { return values.Keys; } }

        public ICollection<TValue> Values { get { return values.Values; } }

        public virtual TValue this[TKey key]
        {
            get { return values[key]; }
            set { values[key] = value; }
        }

        public void Add(KeyValuePair<TKey, TValue> item) { values.Add(item.Key, item.Value); }

        public void Add(TKey key, TValue value) { values.Add(key, value); }

        public void AddRange(params KeyValuePair<TKey, TValue>[] items) { AddRange((IEnumerable<KeyValuePair<TKey, TValue>>)items); }

        public void AddRange(IEnumerable<KeyValuePair<TKey, TValue>> items)
        {
            foreach (var item in items) Add(item);
        }

        public void Clear() { values.Clear(); }

        public bool Contains(KeyValuePair<TKey, TValue> item) { return ((ICollection<KeyValuePair<TKey, TValue>>)values).Contains(item); }

        public bool Contains(TKey key) { return values.ContainsKey(key); }

        public bool ContainsKey(TKey key) { return values.ContainsKey(key); }

        public void CopyTo(KeyValuePair<TKey, TValue>[] array, int arrayIndex) { ((ICollection<KeyValuePair<TKey, TValue>>)values).CopyTo(array, arrayIndex); }

        public bool Remove(KeyValuePair<TKey, TValue> item) { return ((ICollection<KeyValuePair<TKey, TValue>>)values).Remove(item); }

        public virtual bool Remove(TKey key) { return values.Remove(key); }

        public bool TryGetValue(TKey key, out TValue value) { return values.TryGetValue(key, out value); }

        public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator() { return values.GetEnumerator(); }

        IEnumerator IEnumerable.GetEnumerator() { return values.GetEnumerator(); }
    }

    [Serializable]
    public sealed class AttributeCollection : DataCollection<string, object> { }

    [Serializable]
    public sealed class ParameterCollection : DataCollection<string, object> { }

    [Serializable]
    public sealed class EntityImageCollection : DataCollection<string, Entity> { }

    [Serializable]
    public sealed class EntityReferenceCollection : DataCollection<EntityReference>
    {
        public EntityReferenceCollection() { }

        public EntityReferenceCollection(IList<EntityReference> list) : base(list) { }
    }
}
