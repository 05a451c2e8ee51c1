package org.openimr.runtime.http.access;

import java.util.Optional;
import java.util.Set;
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

/**
 * Tokens of an OpenID provider: JWTs signed by one of its published keys, not run out, from it, and
 * for us.
 */
public final class JwtAuthenticator {
  private static final int ALLOWED_CLOCK_SKEW_SECONDS = 30;
  private static final String SCOPES = "scope";

  private final JwtConsumer consumer;

  /**
   * @param keys address of the provider's public keys (JWKS)
   * @param issuer its name in the tokens
   * @param audience our name in the tokens
   */
  public JwtAuthenticator(String keys, String issuer, String audience) {
    consumer =
        new JwtConsumerBuilder()
            .setRequireExpirationTime()
            .setRequireSubject()
            .setAllowedClockSkewInSeconds(ALLOWED_CLOCK_SKEW_SECONDS)
            .setExpectedIssuer(issuer)
            .setExpectedAudience(audience)
            .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(new HttpsJwks(keys)))
            .setJwsAlgorithmConstraints(
                new AlgorithmConstraints(
                    ConstraintType.PERMIT,
                    AlgorithmIdentifiers.RSA_USING_SHA256,
                    AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
                    AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256))
            .build();
  }

  /** Whether something may be a token at all: three parts with dots between. */
  public static boolean looksLikeJwt(String credential) {
    return credential.chars().filter(c -> c == '.').count() == 2;
  }

  /** Whose token it is; its scopes are its rights. Empty for any that is not to be believed. */
  public Optional<AuthenticatedClient> authenticate(String token) {
    try {
      JwtClaims claims = consumer.processToClaims(token);
      String scopes = claims.hasClaim(SCOPES) ? claims.getStringClaimValue(SCOPES) : "";
      return Optional.of(
          new AuthenticatedClient(claims.getSubject(), Set.of(scopes.strip().split("\\s+"))));
    } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
