package org.openimr.runtime.http.access;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;

/**
 * Authenticates clients by tokens of an OpenID provider: JWTs that are signed by one of its
 * published keys, have not expired, and name the expected issuer and audience.
 */
public final class JwtAuthenticator {
  private static final int ALLOWED_CLOCK_SKEW_SECONDS = 30;

  private final JwtConsumer consumer;
  private final String scopeClaim;

  /**
   * @param keys URL of the provider's public keys (JWKS)
   * @param issuer expected issuer of the tokens
   * @param audience expected audience of the tokens
   * @param scopeClaim claim whose values are the rights of the client: {@code scope} (RFC 8693),
   *     {@code scp} (Entra ID, Okta) or {@code roles}
   */
  public JwtAuthenticator(String keys, String issuer, String audience, String scopeClaim) {
    this(new HttpsJwksVerificationKeyResolver(new HttpsJwks(keys)), issuer, audience, scopeClaim);
  }

  JwtAuthenticator(
      VerificationKeyResolver keys, String issuer, String audience, String scopeClaim) {
    this.scopeClaim = scopeClaim;
    consumer =
        new JwtConsumerBuilder()
            .setRequireExpirationTime()
            .setRequireSubject()
            .setAllowedClockSkewInSeconds(ALLOWED_CLOCK_SKEW_SECONDS)
            .setExpectedIssuer(issuer)
            .setExpectedAudience(audience)
            .setVerificationKeyResolver(keys)
            .setJwsAlgorithmConstraints(
                new AlgorithmConstraints(
                    ConstraintType.PERMIT,
                    AlgorithmIdentifiers.RSA_USING_SHA256,
                    AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
                    AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256))
            .build();
  }

  /** Whether a credential may be a JWT: three parts separated by dots. */
  public static boolean looksLikeJwt(String credential) {
    return credential.chars().filter(c -> c == '.').count() == 2;
  }

  /** The client of a token, with the scopes as its rights; empty for an invalid token. */
  public Optional<AuthenticatedClient> authenticate(String token) {
    try {
      JwtClaims claims = consumer.processToClaims(token);
      return Optional.of(new AuthenticatedClient(claims.getSubject(), scopes(claims)));
    } catch (InvalidJwtException | MalformedClaimException e) {
      return Optional.empty();
    }
  }

  /** Scopes are a string with blanks between them, or an array of strings. */
  private Set<String> scopes(JwtClaims claims) throws MalformedClaimException {
    return switch (claims.getClaimValue(scopeClaim)) {
      case null -> Set.of();
      case String text -> words(List.of(text));
      case Collection<?> values -> words(values);
      default -> throw new MalformedClaimException(scopeClaim + " must be a string or an array");
    };
  }

  private static Set<String> words(Collection<?> values) {
    return values.stream()
        .flatMap(value -> Stream.of(value.toString().split("\\s+")))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
