package org.openimr.runtime.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticatorTest {
  private static final AuthenticatedClient CLIENT = new AuthenticatedClient("clinic-a", Set.of());

  private final Authenticator authenticator =
      new Authenticator(
          List.of(key -> key.equals("key-1") ? Optional.of(CLIENT) : Optional.empty()));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer key-1",
        "bearer key-1",
        "BEARER key-1",
        "bEaReR   key-1 ",
        "Basic dXNlcjprZXktMQ==",
        "basic dXNlcjprZXktMQ==",
        "BASIC dXNlcjprZXktMQ=="
      })
  void acceptsSchemeInAnyCase(String header) {
    assertThat(authenticator.authenticate(Optional.of(header))).contains(CLIENT);
  }

  @ParameterizedTest
  @CsvSource({
    "key-1",
    "Bearer",
    "Bearerkey-1",
    "Digest key-1",
    "bearer KEY-1",
    "basic key-1",
    "''"
  })
  void rejectsOtherHeaders(String header) {
    assertThat(authenticator.authenticate(Optional.of(header))).isEmpty();
  }

  @Test
  void doesNotDependOnLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr"));
    try {
      assertThat(authenticator.authenticate(Optional.of("BASIC dXNlcjprZXktMQ==")))
          .contains(CLIENT);
    } finally {
      Locale.setDefault(before);
    }
  }
}
