package org.openimr.sink.lake.catalog;

import java.nio.file.Path;
import java.util.Map;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.rest.RESTCatalogAdapter;
import org.apache.iceberg.rest.RESTCatalogServlet;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Serves Iceberg's reference implementation of a REST catalog, with tables in a directory. */
final class RestCatalogServer implements AutoCloseable {
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private final Catalog tables;

  private RestCatalogServer(Catalog tables) {
    this.tables = tables;
  }

  static RestCatalogServer start(Path directory) throws Exception {
    Catalog tables =
        CatalogUtil.buildIcebergCatalog(
            "rest-backend",
            Map.of(
                "catalog-impl",
                "org.apache.iceberg.jdbc.JdbcCatalog",
                "jdbc.schema-version",
                "V1",
                "uri",
                "jdbc:sqlite:" + directory.resolve("rest.db"),
                "warehouse",
                "file:" + directory.resolve("warehouse"),
                "io-impl",
                LocalFileIO.class.getName()),
            null);
    RestCatalogServer rest = new RestCatalogServer(tables);
    rest.listen();
    return rest;
  }

  private void listen() throws Exception {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    context.addServlet(
        new ServletHolder(new RESTCatalogServlet(new RESTCatalogAdapter(tables))), "/*");
    server.setHandler(context);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + connector.getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("cannot stop the catalog", e);
    }
  }
}
