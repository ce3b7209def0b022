package io.dawsos;

import io.dawsos.capability.Agent;
import io.dawsos.capability.Answer;
import io.dawsos.capability.Arg;
import io.dawsos.capability.Capability;
import io.dawsos.execution.ExecutionContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Two agents: one that does what it is told, one that always answers. And patterns that call them. */
public final class TestingAgents {

    /** What an agent does with a text, in place of sending it back. */
    interface Behaviour {
        String answer(String text) throws Exception;
    }

    /** Takes a text and a number that must lie between 0 and 9. */
    public record TextRequest(
            @Arg(doc = "Sent back.") String text,

            @Arg(doc = "Ignored.", defaultValue = "1", min = 0, max = 9)
            int number) {}

    /** A text, sent back. */
    public record Text(String text) {}

    private static final String SAID = "[\"said\"]";

    private final AtomicInteger calls = new AtomicInteger();
    private volatile Behaviour behaviour = text -> text;

    /** Capabilities of the agent that does what it is told. */
    public final class MoodyCapabilities {
        @Capability(value = "moody.echo", doc = "Sends a text back, or does what the test says.")
        public Answer<Text> echo(TextRequest request, ExecutionContext context) throws Exception {
            calls.incrementAndGet();
            return Answer.of(new Text(behaviour.answer(request.text()))).from("moody");
        }
    }

    /** Capabilities of the agent that always answers. */
    public static final class SteadyCapabilities {
        @Capability(value = "steady.echo", doc = "Sends a text back.")
        public Answer<Text> echo(TextRequest request, ExecutionContext context) {
            return Answer.of(new Text(request.text())).from("steady");
        }
    }

    Agent[] all() {
        return new Agent[] {
            Agent.named("moody_agent", new MoodyCapabilities()), Agent.named("steady_agent", new SteadyCapabilities())
        };
    }

    /** From now on. */
    void behave(Behaviour next) {
        behaviour = next;
    }

    /** The moody agent throws this from now on; null heals it. */
    void fail(@Nullable Throwable failure) {
        behaviour = text -> {
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure instanceof Exception exception) {
                throw exception;
            }
            return text;
        };
    }

    /** Calls of the moody agent so far. */
    int calls() {
        return calls.get();
    }

    /** {@code moody} and {@code other} call the moody agent, {@code steady} the other, {@code story} both, with a step that is skipped. */
    static Path patterns(Path folder) {
        try {
            write(folder, "moody", SAID, step("moody.echo", "said", ""));
            write(folder, "other", SAID, step("moody.echo", "said", ""));
            write(folder, "steady", SAID, step("steady.echo", "said", ""));
            write(
                    folder,
                    "story",
                    "[\"first\",\"never\",\"said\",\"last\"]",
                    step("steady.echo", "first", "") + ","
                            + step("steady.echo", "never", ",\"condition\":\"inputs.number > 100\"") + ","
                            + step("moody.echo", "said", "") + "," + step("steady.echo", "last", ""));
            return folder;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String step(String capability, String key, String more) {
        return "{\"capability\":\"" + capability
                + "\",\"args\":{\"text\":\"{{inputs.text}}\",\"number\":\"{{inputs.number}}\"}," + "\"as\":\"" + key
                + "\"" + more + "}";
    }

    private static void write(Path folder, String id, String outputs, String steps) throws IOException {
        Files.writeString(
                folder.resolve(id + ".json"),
                "{\"id\":\"" + id + "\",\"name\":\"" + id
                        + "\",\"inputs\":{\"text\":{\"type\":\"string\",\"default\":\"hi\"},"
                        + "\"number\":{\"type\":\"integer\",\"default\":1}},\"steps\":[" + steps
                        + "],\"outputs\":" + outputs + "}");
    }
}
