package io.innkeeper.http;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import io.innkeeper.client.Json;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The API's records as JSON schemas. */
final class Schemas {
  private static final String PLACE = "components/schemas";

  private final SchemaBuilder builder = generator().buildMultipleSchemaDefinitions();

  ObjectNode of(Type type) {
    return builder.createSchemaReference(type);
  }

  /** All records met so far, by name. */
  JsonNode all() {
    return builder.collectDefinitions(PLACE);
  }

  private static SchemaGenerator generator() {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(
                Json.LENIENT, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(Option.DEFINITIONS_FOR_ALL_OBJECTS, Option.ADDITIONAL_FIXED_TYPES)
            .with(Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES)
            .without(Option.SCHEMA_VERSION_INDICATOR);
    config
        .forTypesInGeneral()
        .withDefinitionNamingStrategy((key, context) -> name(key.getType()))
        .withCustomDefinitionProvider(
            (type, context) ->
                Optional.of(type.getErasedType())
                    .filter(Class::isEnum)
                    .map(Schemas::words)
                    .map(words -> new CustomDefinition(words, true))
                    .orElse(null));
    config
        .forFields()
        .withPropertyNameOverrideResolver(Schemas::renamed)
        .withRequiredCheck(field -> !absent(field));
    return new SchemaGenerator(config.build());
  }

  // Page<TenantView> becomes TenantViewPage.
  private static String name(ResolvedType type) {
    StringBuilder name = new StringBuilder();
    type.getTypeParameters().forEach(part -> name.append(name(part)));
    return name + type.getErasedType().getSimpleName();
  }

  private static ObjectNode words(Class<?> type) {
    ObjectNode schema = Json.LENIENT.createObjectNode().put("type", "string");
    ArrayNode words = schema.putArray("enum");
    for (Object constant : type.getEnumConstants()) {
      words.add(Json.LENIENT.<JsonNode>valueToTree(constant));
    }
    return schema;
  }

  private static @Nullable String renamed(FieldScope field) {
    JsonProperty property = field.getAnnotation(JsonProperty.class);
    if (property != null && !property.value().isEmpty()) return property.value();
    JsonNaming naming = field.getDeclaringType().getErasedType().getAnnotation(JsonNaming.class);
    if (naming == null) return null;
    // The only other naming there is.
    return new PropertyNamingStrategies.SnakeCaseStrategy().translate(field.getName());
  }

  private static boolean absent(FieldScope field) {
    if (field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class)) return true;
    JsonInclude include = field.getDeclaringType().getErasedType().getAnnotation(JsonInclude.class);
    boolean emptyLeftOut = include != null && include.value() == JsonInclude.Include.NON_EMPTY;
    Class<?> type = field.getType().getErasedType();
    return emptyLeftOut
        && List.of(Collection.class, Map.class).stream()
            .anyMatch(each -> each.isAssignableFrom(type));
  }
}
