package org.openimr.sink.webhook.delivery;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Which addresses may be connected to. The HTTP client asks it at each connection and connects to
 * just what it gives, so that a name that resolves to something else a moment later gains nothing
 * (DNS rebinding). Addresses as IANA's special-purpose registries (RFC 6890) list them.
 */
public final class AddressPolicy implements DnsResolver {
  private final boolean plain;
  private final boolean allowPrivate;

  private AddressPolicy(boolean plain, boolean allowPrivate) {
    this.plain = plain;
    this.allowPrivate = allowPrivate;
  }

  /**
   * The rule for an endpoint.
   *
   * @param allowPrivate whether loopback and private networks are allowed; link-local addresses,
   *     where clouds serve their metadata, never are
   * @throws IllegalArgumentException if the address is neither https nor http, has no host, or
   *     holds a user
   */
  public static AddressPolicy of(URI endpoint, boolean allowPrivate) {
    boolean plain = "http".equalsIgnoreCase(endpoint.getScheme());
    if (!plain && !"https".equalsIgnoreCase(endpoint.getScheme())) {
      throw new IllegalArgumentException("is to be https, or http to this machine itself");
    }
    if (endpoint.getHost() == null || endpoint.getUserInfo() != null) {
      throw new IllegalArgumentException("is to name a host, and no user");
    }
    return new AddressPolicy(plain, allowPrivate);
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] resolved = SystemDefaultDnsResolver.INSTANCE.resolve(host);
    InetAddress[] allowed =
        Arrays.stream(resolved).filter(this::allows).toArray(InetAddress[]::new);
    if (allowed.length == 0) {
      throw new AddressDeniedException(refusal());
    }
    return allowed;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  /** Whether a name was found and none of its addresses may be connected to. */
  public static boolean isDenial(UnknownHostException failure) {
    return failure instanceof AddressDeniedException;
  }

  /** Whether an address may be connected to. */
  boolean allows(InetAddress address) {
    if (plain) {
      return allowPrivate && address.isLoopbackAddress();
    }
    return allowPrivate ? !isNeverAHost(address) : isPublic(address);
  }

  private String refusal() {
    if (!allowPrivate) {
      return "the endpoint's address is private, which allow.private would allow";
    }
    return plain
        ? "the endpoint is not this machine, so its address is to be https"
        : "the endpoint's address is link-local or no host's";
  }

  private static boolean isNeverAHost(InetAddress address) {
    return address.isLinkLocalAddress()
        || address.isMulticastAddress()
        || address.isAnyLocalAddress()
        || address instanceof Inet4Address && (first(address) == 0 || first(address) >= 240);
  }

  private static boolean isPublic(InetAddress address) {
    return address instanceof Inet4Address
        ? !isNeverAHost(address) && !isSpecial4(address.getAddress())
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
          second == 168 || second == 0 && (third == 0 || third == 2) || second == 88 && third == 99;
      case 198 -> second == 18 || second == 19 || second == 51 && third == 100;
      case 203 -> second == 0 && third == 113;
      default -> false;
    };
  }

  /** Global unicast (2000::/3) without what carries IPv4 or stands in documents. */
  private static boolean isGlobal6(byte[] address) {
    int first = (address[0] & 0xff) << 8 | address[1] & 0xff;
    int second = (address[2] & 0xff) << 8 | address[3] & 0xff;
    boolean protocols = first == 0x2001 && (second < 0x200 || second == 0xdb8);
    return first >> 13 == 1 && !protocols && first != 0x2002 && first != 0x3fff;
  }

  private static int first(InetAddress address) {
    return address.getAddress()[0] & 0xff;
  }

  /** An endpoint has no address that is allowed. */
  static final class AddressDeniedException extends UnknownHostException {
    private static final long serialVersionUID = 1;

    AddressDeniedException(String message) {
      super(message);
    }
  }
}
