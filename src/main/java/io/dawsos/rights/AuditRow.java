package io.dawsos.rights;

/**
 * One attempt as it is kept.
 *
 * @param seq its place in the chain, from 1 without gaps
 * @param previousHash hash of the row before, {@link AuditChain#GENESIS} for the first
 * @param content see {@link AuditEntry#content()}
 * @param hash see {@link AuditChain#hash}
 */
public record AuditRow(long seq, String previousHash, String content, String hash) {}
