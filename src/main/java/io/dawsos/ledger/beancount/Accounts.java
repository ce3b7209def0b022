package io.dawsos.ledger.beancount;

import java.util.List;

/** The roots that an account's name may begin with. */
final class Accounts {

    private static final List<String> ROOTS = List.of("Assets:", "Equity:", "Expenses:", "Income:");

    private Accounts() {}

    static String take(TokenLine line, String wanted) throws SyntaxFault {
        String account = line.take(Token.Kind.ACCOUNT, wanted);
        if (ROOTS.stream().noneMatch(account::startsWith)) {
            throw new SyntaxFault(
                    "account " + account + " is not supported; accounts begin with " + String.join(", ", ROOTS));
        }
        return account;
    }
}
