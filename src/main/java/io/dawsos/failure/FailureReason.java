package io.dawsos.failure;

/** Why a request failed: the code a client sees, its HTTP status, and whether the caller can mend it. */
public enum FailureReason {
    /** The body is not JSON. */
    INVALID_JSON(400, "The request is not valid JSON"),
    /** An input is missing, unknown or of the wrong type. */
    VALIDATION_FAILED(422, "The request is not valid"),
    /** The request carries no valid token. */
    UNAUTHENTICATED(401, "Authentication is required"),
    /** The caller may not do this, whatever it is about. */
    FORBIDDEN(403, "This is not permitted"),
    /** A source of this result may not be exported in this format. */
    RIGHTS_VIOLATION(403, "The export is not permitted"),
    /** No pattern has this id. */
    PATTERN_NOT_FOUND(404, "There is no such pattern"),
    /** No portfolio of the caller has this id. */
    PORTFOLIO_NOT_FOUND(404, "There is no such portfolio"),
    /** No pricing pack has this id, or lies within seven days of the day asked for. */
    PACK_NOT_FOUND(404, "There is no such pricing pack"),
    /** No stored execution of the caller has this id. */
    EXECUTION_NOT_FOUND(404, "There is no such execution"),
    /** No transaction of the caller has this id. */
    TRANSACTION_NOT_FOUND(404, "There is no such transaction"),
    /** No security of the security master has this symbol. */
    SYMBOL_NOT_FOUND(404, "There is no such symbol"),
    /** No night of this day was run. */
    NIGHT_NOT_FOUND(404, "There is no such night"),
    /** No resource lies at this path. */
    NOT_FOUND(404, "There is nothing here"),
    /** The path exists, for other methods. */
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    /** The client accepts no media type that this path can answer with. */
    NOT_ACCEPTABLE(406, "No acceptable media type"),
    /** A night is being run, and nights are run one at a time. */
    NIGHT_RUNNING(409, "A night is being run"),
    /** The execution ended without a result. */
    EXECUTION_FAILED(409, "The execution has no result"),
    /** The pack cannot be restated: it is superseded, nothing would change, or a row cannot be accepted. */
    RESTATEMENT_REFUSED(409, "The restatement is refused"),
    /** The body is larger than the server takes. */
    PAYLOAD_TOO_LARGE(413, "The request is too large"),
    /** The body is not of a media type that this path takes. */
    UNSUPPORTED_MEDIA_TYPE(415, "The media type is not supported"),
    /** The capability ran and failed. */
    CAPABILITY_FAILED(500, "A capability failed"),
    /** A fault of the server itself. */
    INTERNAL_ERROR(500, "The server failed"),
    /** The database or the broker cannot be reached; try again later. */
    SERVICE_UNAVAILABLE(503, "A part of the service is unavailable"),
    /** The ledger cannot take a commit; nothing was changed. */
    LEDGER_NOT_WRITABLE(503, "The ledger cannot be written"),
    /** The pricing pack is not fresh yet; try again later. */
    PACK_WARMING(503, "The pricing pack is warming up"),
    /** The breaker of the agent is open; try again later. */
    CIRCUIT_BREAKER_OPEN(503, "An agent is unavailable");

    private final int status;
    private final String title;

    FailureReason(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** HTTP status of a response with this code. */
    public int status() {
        return status;
    }

    /** Short sentence, the same for every occurrence (RFC 9457 {@code title}). */
    public String title() {
        return title;
    }

    /**
     * Whether it counts in the breaker of the agent that threw it. What the caller can mend does not, and neither does a part of the service
     * that is away: that is not the agent's fault, leaving the agent alone does not bring it back, and when it is back the agent must answer
     * at once.
     */
    public boolean countsAgainstAgent() {
        return !callersFault() && this != SERVICE_UNAVAILABLE;
    }

    /** Whether the caller can mend it. */
    public boolean callersFault() {
        return status < 500;
    }
}
