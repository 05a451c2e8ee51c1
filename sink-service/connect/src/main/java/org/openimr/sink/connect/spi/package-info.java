/** What a kind of sink implements and uses. */
package org.openimr.sink.connect.spi;
