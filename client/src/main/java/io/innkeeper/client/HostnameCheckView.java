package io.innkeeper.client;

import java.util.List;

/**
 * What DNS says of a name beside where we are.
 *
 * @param verdict {@code here}, {@code partly}, {@code elsewhere}, {@code behind-proxy} or {@code
 *     nowhere}
 * @param said that in a sentence
 * @param here the addresses by which this machine is reached
 */
public record HostnameCheckView(
    String name,
    String verdict,
    String said,
    List<String> a,
    List<String> aaaa,
    List<String> cname,
    List<String> here) {
  public HostnameCheckView {
    a = List.copyOf(a);
    aaaa = List.copyOf(aaaa);
    cname = List.copyOf(cname);
    here = List.copyOf(here);
  }
}
