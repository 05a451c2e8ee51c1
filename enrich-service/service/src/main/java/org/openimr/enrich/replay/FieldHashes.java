package org.openimr.enrich.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;
import org.openimr.enrich.topology.DeterminationFingerprint;
import org.openimr.event.Determination;

/**
 * One hash per field of a determination. A field of the decisions has one hash over all decisions.
 */
final class FieldHashes {
  /** Fields of a determination that contain facts; the others are its envelope. */
  private static final List<String> PARTS = List.of("header", "clinicalSummary", "decisions");

  /** Fields that are not facts. */
  private static final Set<String> EXCLUDED_FIELDS = Set.of("warnings", "span");

  /** Paths of the fields, such as {@code decisions.request.category}. */
  static final List<String> FIELD_NAMES = names();

  private final long[] hashes;

  private FieldHashes(long[] hashes) {
    this.hashes = hashes;
  }

  static FieldHashes of(Determination whole) {
    long[] hashes = new long[FIELD_NAMES.size()];
    int next = 0;
    for (String part : PARTS) {
      Schema.Field field = Determination.getClassSchema().getField(part);
      next = addHashes(field.schema(), whole.get(field.pos()), next, hashes);
    }
    return new FieldHashes(hashes);
  }

  /** Returns the fields in which two determinations differ, as indexes of {@link #FIELD_NAMES}. */
  List<Integer> differingFields(FieldHashes other) {
    List<Integer> different = new ArrayList<>();
    for (int i = 0; i < hashes.length; i++) {
      if (hashes[i] != other.hashes[i]) {
        different.add(i);
      }
    }
    return different;
  }

  private static int addHashes(Schema schema, @Nullable Object value, int first, long[] hashes) {
    Schema type = nonNullType(schema);
    if (isDecisions(type)) {
      int next = addHashes(type.getElementType(), null, first, new long[hashes.length]);
      for (Object element : (List<?>) Objects.requireNonNull(value)) {
        addHashes(type.getElementType(), element, first, hashes);
      }
      return next;
    }
    if (type.getType() != Schema.Type.RECORD) {
      hashes[first] = 31 * hashes[first] + DeterminationFingerprint.ofValue(value);
      return first + 1;
    }
    int next = first;
    for (Schema.Field field : type.getFields()) {
      if (!EXCLUDED_FIELDS.contains(field.name())) {
        Object inner = value == null ? null : ((IndexedRecord) value).get(field.pos());
        next = addHashes(field.schema(), inner, next, hashes);
      }
    }
    return next;
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (String part : PARTS) {
      addNames(Determination.getClassSchema().getField(part).schema(), part, names);
    }
    return List.copyOf(names);
  }

  private static void addNames(Schema schema, String path, List<String> names) {
    Schema type = nonNullType(schema);
    if (isDecisions(type)) {
      addNames(type.getElementType(), path, names);
    } else if (type.getType() == Schema.Type.RECORD) {
      for (Schema.Field field : type.getFields()) {
        if (!EXCLUDED_FIELDS.contains(field.name())) {
          addNames(field.schema(), path + "." + field.name(), names);
        }
      }
    } else {
      names.add(path);
    }
  }

  /** Only the array of decisions is split into fields; other arrays, as citations, are one fact. */
  private static boolean isDecisions(Schema type) {
    return type.getType() == Schema.Type.ARRAY
        && type.getElementType().getName().equals("Decision");
  }

  private static Schema nonNullType(Schema schema) {
    return schema.isUnion()
        ? schema.getTypes().stream()
            .filter(type -> type.getType() != Schema.Type.NULL)
            .findFirst()
            .orElseThrow()
        : schema;
  }
}
