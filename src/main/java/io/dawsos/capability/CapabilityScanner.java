package io.dawsos.capability;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.dawsos.execution.ExecutionContext;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.SourceVersion;

/** The only reflective code of the registry: runs once, at start, and reports every fault of every class together. */
final class CapabilityScanner {

    private static final MethodType CALL = MethodType.methodType(Answer.class, Object.class, ExecutionContext.class);
    private static final MethodType CONSTRUCTION = MethodType.methodType(Object.class, Object[].class);

    private final List<String> faults;

    CapabilityScanner(List<String> faults) {
        this.faults = faults;
    }

    List<CapabilityMethod> scan(Agent agent) {
        List<CapabilityMethod> found = new ArrayList<>();
        for (Object part : agent.parts()) {
            Arrays.stream(part.getClass().getMethods())
                    .filter(method -> method.isAnnotationPresent(Capability.class))
                    .sorted(Comparator.comparing(Method::getName))
                    .forEach(method -> read(agent, part, method).ifPresent(found::add));
        }
        return found;
    }

    private Optional<CapabilityMethod> read(Agent agent, Object part, Method method) {
        Capability capability = method.getAnnotation(Capability.class);
        String place = part.getClass().getSimpleName() + "." + method.getName();
        if (!signatureFits(method)) {
            faults.add(place + ": the signature must be Answer<T> method(RequestRecord, ExecutionContext)");
            return Optional.empty();
        }
        if (!place.equals(placeOf(capability.value()))) {
            faults.add(place + ": '" + capability.value() + "' belongs in " + placeOf(capability.value()));
        }
        try {
            MethodHandle handle =
                    MethodHandles.publicLookup().unreflect(method).bindTo(part).asType(CALL);
            JavaType result = TypeFactory.defaultInstance()
                    .constructType(((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[0]);
            return Optional.of(new CapabilityMethod(
                    capability.value(),
                    List.of(capability.aliases()),
                    agent.name(),
                    capability.doc(),
                    result,
                    binder(method.getParameterTypes()[0]),
                    handle));
        } catch (IllegalAccessException | NoSuchMethodException e) {
            faults.add(
                    place + ": the class, the method and the request record must be public (" + e.getMessage() + ")");
            return Optional.empty();
        }
    }

    private static boolean signatureFits(Method method) {
        Class<?>[] parameters = method.getParameterTypes();
        return parameters.length == 2
                && parameters[0].isRecord()
                && parameters[1] == ExecutionContext.class
                && method.getReturnType() == Answer.class
                && method.getGenericReturnType() instanceof ParameterizedType;
    }

    /**
     * {@code metrics.compute_twr} is always {@code MetricsCapabilities.computeTwr}; an operation that Java keeps for itself gets
     * {@code Value} appended, as in {@code ExampleCapabilities.doubleValue}.
     */
    private static String placeOf(String name) {
        String[] parts = name.split("\\.", 2);
        return parts.length < 2 ? name : capitalised(camel(parts[0])) + "Capabilities." + method(camel(parts[1]));
    }

    private static String method(String operation) {
        return SourceVersion.isKeyword(operation) ? operation + "Value" : operation;
    }

    private static String camel(String snake) {
        StringBuilder text = new StringBuilder();
        for (String word : snake.split("_", -1)) {
            text.append(text.length() == 0 ? word : capitalised(word));
        }
        return text.toString();
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private RequestBinder binder(Class<?> record) throws IllegalAccessException, NoSuchMethodException {
        List<Argument> arguments = arguments(record);
        MethodHandle constructor =
                constructor(record).asSpreader(Object[].class, arguments.size()).asType(CONSTRUCTION);
        return new RequestBinder(arguments, constructor);
    }

    private List<Argument> arguments(Class<?> record) {
        List<Argument> arguments = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            if (isGroup(component)) {
                arguments.addAll(arguments(component.getType()));
            } else {
                arguments.add(argument(record, component));
            }
        }
        return arguments;
    }

    /** The canonical constructor, which takes the components of a group in place of the group. */
    private static MethodHandle constructor(Class<?> record) throws IllegalAccessException, NoSuchMethodException {
        RecordComponent[] components = record.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        MethodHandle constructor =
                MethodHandles.publicLookup().findConstructor(record, MethodType.methodType(void.class, types));
        for (int i = components.length - 1; i >= 0; i--) {
            if (isGroup(components[i])) {
                constructor = MethodHandles.collectArguments(constructor, i, constructor(types[i]));
            }
        }
        return constructor;
    }

    private static boolean isGroup(RecordComponent component) {
        return component.getType().isRecord() && !component.isAnnotationPresent(Arg.class);
    }

    private Argument argument(Class<?> record, RecordComponent component) {
        Arg arg = component.getAnnotation(Arg.class);
        String place = record.getSimpleName() + "." + component.getName();
        if (arg == null) {
            faults.add(place + ": describe it with @Arg");
        }
        JavaType declared = TypeFactory.defaultInstance().constructType(component.getGenericType());
        boolean optional = declared.getRawClass() == Optional.class;
        JavaType type = optional ? declared.containedType(0) : declared;
        return new Argument(
                PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(component.getName()),
                ArgumentKinds.of(type),
                type,
                optional,
                arg == null ? Optional.empty() : defaultValue(place, arg.defaultValue()),
                arg == null ? "" : arg.doc(),
                arg == null ? "" : arg.unit(),
                arg == null ? Long.MIN_VALUE : arg.min(),
                arg == null ? Long.MAX_VALUE : arg.max());
    }

    private Optional<JsonNode> defaultValue(String place, String json) {
        if (json.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(AnswerJson.exact().readTree(json));
        } catch (JsonProcessingException e) {
            faults.add(place + ": the default '" + json + "' is not JSON");
            return Optional.empty();
        }
    }
}
