package org.openimr.schemas.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.openimr.event.Source;
import org.openimr.schemas.topic.Topic;

/**
 * The list of clinical fields: those that an output withholds from a reader without the permission
 * for clinical text. A field is clinical by the property {@value #PROPERTY} of its schema, whatever
 * its text says, because the text of a damaged letter may be in the wrong field.
 */
public final class ClinicalFields {
  /** Property of a clinical field in the schema of its record. */
  public static final String PROPERTY = "imr.clinical";

  private static final String SOURCE_HEADER = "source-";
  private static final Map<String, Set<String>> BY_RECORD = byRecord();
  private static final Set<String> HEADERS =
      BY_RECORD.getOrDefault(Source.getClassSchema().getFullName(), Set.of()).stream()
          .map(field -> SOURCE_HEADER + field)
          .collect(Collectors.toUnmodifiableSet());

  private ClinicalFields() {}

  /**
   * Whether a field is clinical: by the schema that the record was written with, or by that of this
   * version, because records of earlier versions do not have the property.
   */
  public static boolean isClinical(Schema record, Schema.Field field) {
    return isMarked(field)
        || BY_RECORD.getOrDefault(record.getFullName(), Set.of()).contains(field.name());
  }

  /** Whether a field is clinical or holds a clinical field at any depth. */
  public static boolean holdsClinical(Schema record, Schema.Field field) {
    return isClinical(record, field)
        || records(field.schema())
            .anyMatch(
                inner -> inner.getFields().stream().anyMatch(each -> holdsClinical(inner, each)));
  }

  /** Whether a header of a record is clinical: the headers that {@code source} is read from. */
  public static boolean isClinicalHeader(String name) {
    return HEADERS.contains(name);
  }

  /** The paths of all clinical fields of a record, such as {@code decisions.rationale}. */
  public static List<String> paths(Schema record) {
    List<String> paths = new ArrayList<>();
    for (Schema.Field field : record.getFields()) {
      if (isClinical(record, field)) {
        paths.add(field.name());
      } else {
        records(field.schema())
            .flatMap(inner -> paths(inner).stream())
            .forEach(path -> paths.add(field.name() + "." + path));
      }
    }
    return paths;
  }

  private static boolean isMarked(Schema.Field field) {
    return Boolean.TRUE.equals(field.getObjectProp(PROPERTY));
  }

  private static Map<String, Set<String>> byRecord() {
    Map<String, Set<String>> fields = new HashMap<>();
    Arrays.stream(Topic.values())
        .map(Topic::schema)
        .flatMap(Optional::stream)
        .forEach(schema -> collect(schema, fields));
    return fields;
  }

  private static void collect(Schema record, Map<String, Set<String>> fields) {
    Set<String> marked = new HashSet<>();
    if (fields.putIfAbsent(record.getFullName(), marked) == null) {
      for (Schema.Field field : record.getFields()) {
        if (isMarked(field)) {
          marked.add(field.name());
        }
        records(field.schema()).forEach(inner -> collect(inner, fields));
      }
    }
  }

  /** The records that values of a type are or directly consist of. */
  private static Stream<Schema> records(Schema type) {
    return switch (type.getType()) {
      case RECORD -> Stream.of(type);
      case ARRAY -> records(type.getElementType());
      case MAP -> records(type.getValueType());
      case UNION -> type.getTypes().stream().flatMap(ClinicalFields::records);
      default -> Stream.empty();
    };
  }
}
