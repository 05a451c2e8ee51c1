package org.openimr.sink.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {
  private static final AddressPolicy STRICT =
      AddressPolicy.of(URI.create("https://a.example"), false);
  private static final AddressPolicy PRIVATE =
      AddressPolicy.of(URI.create("https://a.example"), true);
  private static final AddressPolicy PLAIN = AddressPolicy.of(URI.create("http://a.example"), true);

  @ParameterizedTest
  @ValueSource(strings = {"93.184.216.34", "8.8.8.8", "100.128.0.1", "172.32.0.1", "2606:4700::1"})
  void publicAddressesAreAllowed(String address) throws Exception {
    assertThat(STRICT.allows(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.9.9.9",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "0.1.2.3",
        "192.0.0.8",
        "192.0.2.1",
        "198.18.0.1",
        "198.51.100.7",
        "203.0.113.7",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "::ffff:10.0.0.1",
        "::10.0.0.1",
        "64:ff9b::a00:1",
        "fe80::1",
        "fec0::1",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "2001::1",
        "2001:db8::1",
        "2002:a00:1::",
        "3fff::1"
      })
  void deniesNonPublicAddresses(String address) throws Exception {
    assertThat(STRICT.allows(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "10.0.0.1", "192.168.1.1", "fd00::1", "::1", "8.8.8.8"})
  void privateAddressesMayBeAllowed(String address) throws Exception {
    assertThat(PRIVATE.allows(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"169.254.169.254", "fe80::1", "0.0.0.0", "224.0.0.1", "::"})
  void metadataAndMulticastAreNeverAllowed(String address) throws Exception {
    assertThat(PRIVATE.allows(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "10.0.0.1", "192.168.1.1"})
  void allowsOnlyThisMachineWithoutTls(String address) throws Exception {
    assertThat(PLAIN.allows(InetAddress.getByName(address))).isFalse();
    assertThat(PLAIN.allows(InetAddress.getByName("127.0.0.1"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "2130706433", "0x7f.1"})
  void deniesAllSpellingsOfLoopback(String host) {
    assertThatThrownBy(() -> STRICT.resolve(host)).isInstanceOf(UnknownHostException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://a.example/", "file:///etc/passwd", "https:///x", "/hook"})
  void rejectsOtherAddresses(String address) {
    assertThatThrownBy(() -> AddressPolicy.of(URI.create(address), true))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void rejectsUserInfoWithoutPrintingIt() {
    assertThatThrownBy(() -> AddressPolicy.of(URI.create("https://user:hush@a.example/"), true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("hush");
  }
}
