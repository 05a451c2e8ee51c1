package org.openimr.standalone.broker;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A node of a cluster on the loopback interface; every node is both broker and controller.
 *
 * @param id id of the node, from 1 to the number of nodes
 * @param port port for clients
 * @param controllerPorts controller ports of all nodes, in the order of their ids
 */
public record ClusterNode(int id, int port, List<Integer> controllerPorts) {
  public ClusterNode {
    controllerPorts = List.copyOf(controllerPorts);
    if (id < 1 || id > controllerPorts.size()) {
      throw new IllegalArgumentException(
          "id must be from 1 to %d: %d".formatted(controllerPorts.size(), id));
    }
  }

  /** Replication factor: one replica per node. */
  int replication() {
    return controllerPorts.size();
  }

  /** Minimum in-sync replicas: a majority, so that one of three nodes may be down. */
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
