package io.dawsos;

/** What a stranger sees when the service is ready: where it is and what to try first. */
final class ReadyBlock {

    private ReadyBlock() {}

    static String of(Service service) {
        String address = service.address();
        return """
                ready

                  DawsOS %s on %s
                  portfolio   %s
                  pack        %s
                  queue       %s

                  curl -X POST %s/execute -H 'Content-Type: application/json' -d '{"pattern_id":"portfolio_overview","inputs":{}}'
                """.formatted(
                        Version.current(), address, service.portfolio(), service.pack(), service.brokerUrl(), address);
    }
}
