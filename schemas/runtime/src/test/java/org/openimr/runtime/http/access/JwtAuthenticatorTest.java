package org.openimr.runtime.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JwtAuthenticatorTest {
  private static final String ISSUER = "https://login.example";
  private static final RsaJsonWebKey KEY = key();

  static Stream<Arguments> claims() {
    return Stream.of(
        Arguments.of("scope", Map.of("scope", "clinical-text openid"), "clinical-text openid"),
        Arguments.of("scope", Map.of("scope", "clinical-text clinical-text"), "clinical-text"),
        Arguments.of("scope", Map.of("scope", " "), ""),
        Arguments.of("scope", Map.of(), ""),
        Arguments.of("scope", Map.of("roles", "clinical-text"), ""),
        Arguments.of(
            "scp", Map.of("scp", List.of("clinical-text", "openid")), "clinical-text openid"),
        Arguments.of("scp", Map.of("scp", "clinical-text"), "clinical-text"),
        Arguments.of(
            "scp",
            Map.of("scp", List.of("clinical-text", "openid", "clinical-text openid")),
            "clinical-text openid"),
        Arguments.of("roles", Map.of("roles", List.of("clinical-text")), "clinical-text"),
        Arguments.of("roles", Map.of("roles", List.of()), ""));
  }

  @ParameterizedTest
  @MethodSource("claims")
  void readsRightsFromClaim(String claim, Map<String, Object> claims, String rights)
      throws JoseException {
    assertThat(authenticator(claim).authenticate(token("imr", 10, claims)))
        .contains(
            new AuthenticatedClient(
                "clinic-a", rights.isEmpty() ? Set.of() : Set.of(rights.split(" "))));
  }

  @Test
  void rejectsClaimThatIsNeitherStringNorArray() throws JoseException {
    assertThat(authenticator("scope").authenticate(token("imr", 10, Map.of("scope", 1)))).isEmpty();
  }

  @Test
  void rejectsExpiredForeignAndForgedTokens() throws JoseException {
    JwtAuthenticator authenticator = authenticator("scope");
    String valid = token("imr", 10, Map.of());

    assertThat(authenticator.authenticate(token("imr", -10, Map.of()))).isEmpty();
    assertThat(authenticator.authenticate(token("other", 10, Map.of()))).isEmpty();
    assertThat(authenticator.authenticate(valid.substring(0, valid.length() - 8) + "AAAAAAAA"))
        .isEmpty();
    assertThat(authenticator.authenticate(valid)).isPresent();
  }

  private static JwtAuthenticator authenticator(String claim) {
    return new JwtAuthenticator(
        new JwksVerificationKeyResolver(List.of(KEY)), ISSUER, "imr", claim);
  }

  private static String token(String audience, int minutes, Map<String, Object> more)
      throws JoseException {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(ISSUER);
    claims.setAudience(audience);
    claims.setSubject("clinic-a");
    NumericDate end = NumericDate.now();
    end.addSeconds(minutes * 60L);
    claims.setExpirationTime(end);
    more.forEach(claims::setClaim);
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setKey(KEY.getPrivateKey());
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    return signature.getCompactSerialization();
  }

  private static RsaJsonWebKey key() {
    try {
      return RsaJwkGenerator.generateJwk(2048);
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }
}
