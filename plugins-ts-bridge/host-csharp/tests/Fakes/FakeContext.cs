using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;

namespace Duly.TsHost.Tests.Fakes
{
    /// <summary>A plug-in context as the platform fills it; a fresh organisation unless told otherwise, so that tests share no cache.</summary>
    internal sealed class FakeContext : IPluginExecutionContext
    {
        public int Stage { get; set; } = 20;

        public string MessageName { get; set; } = "Update";

        public string PrimaryEntityName { get; set; } = "duly_item";

        public Guid PrimaryEntityId { get; set; }

        public int Depth { get; set; } = 1;

        public Guid UserId { get; set; } = new Guid("AAAAAAAA-0000-4000-8000-000000000001");

        public Guid OrganizationId { get; set; } = Guid.NewGuid();

        public ParameterCollection InputParameters { get; } = new ParameterCollection();

        public ParameterCollection OutputParameters { get; } = new ParameterCollection();

        public EntityImageCollection PreEntityImages { get; } = new EntityImageCollection();

        public EntityImageCollection PostEntityImages { get; } = new EntityImageCollection();

        public ParameterCollection SharedVariables { get; } = new ParameterCollection();

        public IPluginExecutionContext ParentContext => null;

        public int Mode => 0;

        public int IsolationMode => 2;

        public Guid? RequestId => null;

        public string SecondaryEntityName => "none";

        public Guid InitiatingUserId => UserId;

        public Guid BusinessUnitId => Guid.Empty;

        public string OrganizationName => "test";

        public EntityReference OwningExtension => null;

        public Guid CorrelationId => Guid.Empty;

        public bool IsExecutingOffline => false;

        public bool IsOfflinePlayback => false;

        public bool IsInTransaction => true;

        public Guid OperationId => Guid.Empty;

        public DateTime OperationCreatedOn => DateTime.UnixEpoch;

        public FakeContext With(string parameter, object value)
        {
            InputParameters[parameter] = value;
            return this;
        }
    }
}
