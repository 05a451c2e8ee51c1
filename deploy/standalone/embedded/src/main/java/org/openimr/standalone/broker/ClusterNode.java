package org.openimr.standalone.broker;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A node of a cluster whose nodes are broker and controller at once, all on the loopback interface.
 *
 * @param id from 1
 * @param port that clients reach it at
 * @param controllerPorts of all nodes, by id
 */
public record ClusterNode(int id, int port, List<Integer> controllerPorts) {
  public ClusterNode {
    controllerPorts = List.copyOf(controllerPorts);
    if (id < 1 || id > controllerPorts.size()) {
      throw new IllegalArgumentException("1 <= id <= nodes");
    }
  }

  /** Copies of each partition, one a node. */
  int replication() {
    return controllerPorts.size();
  }

  /** Copies without which nothing is confirmed: one node may be gone, if there are three. */
  int inSync() {
    return replication() / 2 + 1;
  }

  int controllerPort() {
    return controllerPorts.get(id - 1);
  }

  String voters() {
    return IntStream.rangeClosed(1, replication())
        .mapToObj(node -> node + "@127.0.0.1:" + controllerPorts.get(node - 1))
        .collect(Collectors.joining(","));
  }
}
