/** Letter intake over HTTP. */
package org.openimr.ingest.source.http;
