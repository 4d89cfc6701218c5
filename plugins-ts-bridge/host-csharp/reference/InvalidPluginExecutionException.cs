using System;

namespace Microsoft.Xrm.Sdk
{
    public enum OperationStatus
    {
        Failed = 0,
        Canceled = 1,
        Retry = 2,
        Suspended = 3,
        Succeeded = 4,
    }

    /// <summary>Refuses the operation; the message is shown to the user.</summary>
    [Serializable]
    public class InvalidPluginExecutionException : Exception
    {
        public InvalidPluginExecutionException() { }

        public InvalidPluginExecutionException(string message) : base(message) { }

        public InvalidPluginExecutionException(string message, Exception innerException) : base(message, innerException) { }

        public InvalidPluginExecutionException(OperationStatus status, int errorCode, string message) : base(message)
        {
            Status = status;
            ErrorCode = errorCode;
        }

        public OperationStatus Status { get; private set; }

        public int ErrorCode { get; private set; }
    }
}
