package org.openimr.sink.webhook.delivery;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Resolves the host name of an endpoint to the addresses that the client may connect to. The HTTP
 * client uses it for each connection and connects to no other address, which defeats DNS rebinding.
 * Special addresses are those of IANA's special-purpose registries (RFC 6890).
 */
public final class AddressPolicy implements DnsResolver {
  private final boolean plain;
  private final boolean allowPrivate;

  private AddressPolicy(boolean plain, boolean allowPrivate) {
    this.plain = plain;
    this.allowPrivate = allowPrivate;
  }

  /**
   * The policy of an endpoint.
   *
   * @param allowPrivate whether loopback and private networks are allowed; link-local addresses,
   *     where clouds serve their metadata, never are
   * @throws IllegalArgumentException if the address is neither https nor http, has no host, or
   *     contains user info
   */
  public static AddressPolicy of(URI endpoint, boolean allowPrivate) {
    boolean plain = "http".equalsIgnoreCase(endpoint.getScheme());
    if (!plain && !"https".equalsIgnoreCase(endpoint.getScheme())) {
      throw new IllegalArgumentException("must be https, or http to this machine");
    }
    if (endpoint.getHost() == null || endpoint.getUserInfo() != null) {
      throw new IllegalArgumentException("must contain a host and no user");
    }
    return new AddressPolicy(plain, allowPrivate);
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] resolved = SystemDefaultDnsResolver.INSTANCE.resolve(host);
    InetAddress[] allowed =
        Arrays.stream(resolved).filter(this::allows).toArray(InetAddress[]::new);
    if (allowed.length == 0) {
      throw new AddressDeniedException(denial());
    }
    return allowed;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  /** Whether a host name was resolved, but none of its addresses is allowed. */
  public static boolean isDenial(UnknownHostException failure) {
    return failure instanceof AddressDeniedException;
  }

  /** Whether the client may connect to an address. */
  boolean allows(InetAddress address) {
    if (plain) {
      return allowPrivate && address.isLoopbackAddress();
    }
    return allowPrivate ? !isNotAHost(address) : isPublic(address);
  }

  private String denial() {
    if (!allowPrivate) {
      return "the endpoint's address is private; set allow.private to allow it";
    }
    return plain
        ? "the endpoint is not this machine, so its address must be https"
        : "the endpoint's address is link-local or not the address of a host";
  }

  private static boolean isNotAHost(InetAddress address) {
    return address.isLinkLocalAddress()
        || address.isMulticastAddress()
        || address.isAnyLocalAddress()
        || (address instanceof Inet4Address && (first(address) == 0 || first(address) >= 240));
  }

  private static boolean isPublic(InetAddress address) {
    return address instanceof Inet4Address
        ? !isNotAHost(address) && !isSpecial4(address.getAddress())
        : isGlobal6(address.getAddress());
  }

  private static boolean isSpecial4(byte[] address) {
    int first = address[0] & 0xff;
    int second = address[1] & 0xff;
    int third = address[2] & 0xff;
    return switch (first) {
      case 10, 127 -> true;
      case 100 -> second >= 64 && second < 128;
      case 172 -> second >= 16 && second < 32;
      case 192 ->
          second == 168
              || (second == 0 && (third == 0 || third == 2))
              || (second == 88 && third == 99);
      case 198 -> second == 18 || second == 19 || (second == 51 && third == 100);
      case 203 -> second == 0 && third == 113;
      default -> false;
    };
  }

  /** Global unicast (2000::/3) except transitions from IPv4 and documentation addresses. */
  private static boolean isGlobal6(byte[] address) {
    int first = ((address[0] & 0xff) << 8) | (address[1] & 0xff);
    int second = ((address[2] & 0xff) << 8) | (address[3] & 0xff);
    boolean protocols = first == 0x2001 && (second < 0x200 || second == 0xdb8);
    return first >> 13 == 1 && !protocols && first != 0x2002 && first != 0x3fff;
  }

  private static int first(InetAddress address) {
    return address.getAddress()[0] & 0xff;
  }

  /** The host name has no allowed address. */
  static final class AddressDeniedException extends UnknownHostException {
    private static final long serialVersionUID = 1;

    private final String reason;

    AddressDeniedException(String reason) {
      super(reason);
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }
}
